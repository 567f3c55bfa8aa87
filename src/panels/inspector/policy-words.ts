import type { Policy } from '../../core/model/records.ts'
import { type Carries, CARRIES, PLANES } from '../../core/model/terms.ts'
import { PLANE_WORDS } from '../../ui/words.ts'

const VERBS: Readonly<Record<Carries, string>> = {
  control: 'links carry control',
  access: 'links carry access',
  none: 'links carry nothing',
}

/** What the planes carry and what access lets in, in two sentences. */
export function policyInWords({ planes, access }: Policy): string {
  const said = CARRIES.flatMap((carries) => {
    const names = PLANES.filter((plane) => planes[plane] === carries).map((plane) =>
      PLANE_WORDS[plane].label.toLowerCase(),
    )
    return names.length === 0 ? [] : [`${joined(names)} ${VERBS[carries]}`]
  })
  const way =
    access === 'weakness'
      ? 'Access lets an attacker in only through a known weakness.'
      : 'Access always lets an attacker in.'
  const sentence = said.join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${way}`
}

const joined = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
