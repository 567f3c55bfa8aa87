import type * as z from 'zod/mini'
import { isFields, nameType } from '../../model/issues.ts'
import { type Parsed, refused } from '../../model/problem.ts'
import { Findings } from '../findings.ts'
import { type Item, LISTS, type ListName, REQUIRED, rootSchema, schemas } from './schemas.ts'

/** A TM-BOM file, checked. Symbolic names are of one kind of thing each, and need not lead anywhere. */
export type Document = Readonly<{
  root: z.output<typeof rootSchema>
  lists: { readonly [L in ListName]: readonly Item<L>[] }
}>

/** Reads the parts of a parsed file. A refusal names each place. */
export function documentOf(json: unknown): Parsed<Document> {
  if (!isFields(json) || Array.isArray(json)) {
    return refused({
      code: 'wrong-type',
      at: '(file)',
      message: `expected an object, found ${nameType(json)}`,
    })
  }
  const schema = json['$schema']
  if (typeof schema === 'string' && /\/v([2-9]|\d\d+)\.\d/.test(schema)) {
    const message = 'is of a newer version of the schema than 1.0, which can be read'
    return refused({ code: 'newer-version', at: '$schema', message })
  }
  const findings = new Findings()
  const root = findings.value(rootSchema, json, [])
  for (const name of REQUIRED) if (json[name] === undefined) findings.add('missing', [name], 'is missing')
  const lists = Object.fromEntries(
    LISTS.map((name) => {
      const items = findings.items<z.ZodMiniType>(schemas[name], json[name], [name])
      noteTwice(items, name, findings)
      return [name, items]
    }),
  ) as unknown as Document['lists']
  return root === null || findings.problems.length > 0
    ? { ok: false, problems: findings.problems }
    : { ok: true, value: { root, lists } }
}

function noteTwice(items: readonly unknown[], list: string, findings: Findings): void {
  const known = new Set<unknown>()
  for (const [nth, item] of items.entries()) {
    const name = isFields(item) ? item['symbolic_name'] : undefined
    if (name !== undefined && known.has(name)) {
      findings.add(
        'duplicate-id',
        [list, nth, 'symbolic_name'],
        `${JSON.stringify(name)} is the name of another, too`,
      )
    }
    known.add(name)
  }
}
