import type { Review } from '../../model/records.ts'
import { canonicalText } from './canonical.ts'
import { CONTENT_VERSION } from './content.ts'
import { REVIEWED, type Reviewed } from './scope.ts'
import { sha256 } from './sha-256.ts'

export type Fields = Readonly<Record<string, unknown>>
/** Of each record its fields, or in short a hash and a name. */
type StoredRecords = Readonly<
  Partial<Record<Reviewed, Readonly<Record<string, Fields | readonly unknown[]>>>>
>
export type Stored = Readonly<{
  form: 'full' | 'short' | 'digest'
  meta: Fields
  outcome: Fields | null
  records: StoredRecords
  /** The digest of the whole text, where that was too long to be kept. */
  whole: string | null
}>

const read = new WeakMap<Review, Stored | null>()

/**
 * What a sign-off was given for; null where that cannot be verified: its digest is not that of its text, its text is no content
 * that this version can read, or is that of another scope.
 */
export function storedIn(review: Review): Stored | null {
  const known = read.get(review)
  if (known !== undefined) return known
  const stored = sha256(review.content) === review.digest ? parseStored(review) : null
  read.set(review, stored)
  return stored
}

function parseStored({ content, scope: about }: Review): Stored | null {
  const parsed = parse(content)
  if (parsed === null || parsed['version'] !== CONTENT_VERSION) return null
  const stored = readContent(parsed)
  return canonicalText(parsed['scope'] ?? null) === canonicalText(about) ? stored : null
}

/** Content as `writeContent` writes it, null where it is none. */
function readContent(parsed: Fields): Stored | null {
  const { form, meta, outcome = null, records, whole = null } = parsed
  const isForm = form === 'full' || form === 'short' || form === 'digest'
  if (!isForm || !isFields(meta) || !isFields(records)) return null
  if (outcome !== null && !isFields(outcome)) return null
  if (form === 'full' ? whole !== null : typeof whole !== 'string') return null
  const isRecord = form === 'full' ? isFields : Array.isArray
  for (const [kind, list] of Object.entries(records)) {
    if (!(REVIEWED as readonly string[]).includes(kind) || !isFields(list)) return null
    if (!Object.values(list).every(isRecord)) return null
  }
  return { form, meta, outcome, records, whole: whole as string | null }
}

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) && canonicalText(value) === text ? value : null
  } catch {
    return null
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
