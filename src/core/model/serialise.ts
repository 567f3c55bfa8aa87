import { byId, compareCodeUnits } from './order.ts'
import { type Kind, KINDS, type Model } from './records.ts'
import { recordSchemas } from './schemas.ts'
import { PLANES } from './terms.ts'

/**
 * The text of a `*.ringfence.json` file. The same model gives the same bytes: records by id, known fields in the order
 * of the schema, unknown ones after them by name, at every depth; two spaces, a newline at the end.
 */
export function serialiseModel(model: Model): string {
  return `${JSON.stringify(canonicalModel(model), null, 2)}\n`
}

/** The same as plain data, in canonical order. */
function canonicalModel(model: Model): Model {
  const { format, version, meta, ...rest } = model
  const canonical: Record<string, unknown> = { format, version, meta: orderFields(meta, META_FIELDS) }
  for (const kind of KINDS)
    canonical[kind] = [...model[kind]].sort(byId).map((record) => orderFields(record, fieldsOf(kind)))
  for (const [name, value] of Object.entries(rest).sort(([a], [b]) => compareCodeUnits(a, b))) {
    if (!(name in canonical)) canonical[name] = ordered(value)
  }
  return canonical as Model
}

const META_FIELDS = ['title', 'description', 'jurisdiction', 'policy']
/** Known fields of objects within fields, in the order of the schema: of a policy, its planes, a subject. */
const INNER_FIELDS = [
  'scenario',
  'planes',
  'access',
  ...PLANES,
  'component',
  'link',
  'segment',
  'vendor',
  'product',
]
const fieldsOf = (kind: Kind): string[] => Object.keys(recordSchemas[kind].def.shape)

function orderFields(record: object, known: readonly string[]): Record<string, unknown> {
  const fields = record as Record<string, unknown>
  const unknown = Object.keys(fields)
    .filter((name) => !known.includes(name))
    .sort(compareCodeUnits)
  return Object.fromEntries(
    [...known, ...unknown].flatMap((name) => (name in fields ? [[name, ordered(fields[name])]] : [])),
  )
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  return typeof value === 'object' && value !== null ? orderFields(value, INNER_FIELDS) : value
}
