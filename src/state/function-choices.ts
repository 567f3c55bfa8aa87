import { functionsBySegment } from '../core/catalogue/functions.ts'
import { searchFunctions } from '../core/catalogue/search.ts'
import type { NetworkFunction } from '../core/catalogue/types.ts'

type Choice = Readonly<{ value: string; label: string; detail: string }>
type Group = Readonly<{ label: string | null; options: readonly Choice[] }>

/** The choice of something that the catalogue does not have. */
export const OWN_FUNCTION = '(own)'

const OWN: Group = {
  label: 'Otherwise',
  options: [{ value: OWN_FUNCTION, label: 'Own function', detail: 'Not of the catalogue' }],
}

const choice = ({ id, name, fullName }: NetworkFunction): Choice => ({
  value: id,
  label: name,
  detail: fullName,
})

/** Network functions to choose from: what a query finds, else all by segment. */
export function functionChoices(query: string): readonly Group[] {
  if (query.trim() !== '') {
    const found = searchFunctions(query, 40).map(choice)
    return found.length === 0 ? [OWN] : [{ label: null, options: found }, OWN]
  }
  return [
    OWN,
    ...functionsBySegment().map(({ segment, functions }) => ({
      label: segment.name,
      options: functions.map(choice),
    })),
  ]
}
