import { parseJson } from '../core/model/json.ts'
import { normalise } from '../core/model/normalise.ts'
import { readModel } from '../core/model/parse.ts'
import { inWords } from '../core/model/problem.ts'
import { FORMAT, KINDS, VERSION } from '../core/model/records.ts'
import { type Clip, CLIP_FORMAT, CLIP_VERSION } from './clip.ts'

const MOST_CHARACTERS = 16 * 1024 * 1024
const MOST_RECORDS = 5000

/** Reads a text that may come from anywhere. Never throws; a string says why it is no clip, null that it never was one. */
export function readClip(text: string): Clip | string | null {
  if (!text.includes(CLIP_FORMAT)) return null
  const json = parseJson(text, { characters: MOST_CHARACTERS, depth: 64 })
  if (!json.ok) return json.problems.map(inWords).join('\n')
  if (typeof json.value !== 'object' || json.value === null) return null
  const { format, version, ...lists } = json.value as Record<string, unknown>
  if (format !== CLIP_FORMAT) return null
  if (version !== CLIP_VERSION) return 'It was copied by another version of Ringfence; reload both boards.'
  const known = Object.fromEntries(KINDS.filter((kind) => kind in lists).map((kind) => [kind, lists[kind]]))
  const parsed = readModel({ format: FORMAT, version: VERSION, ...known })
  if (!parsed.ok) return parsed.problems.slice(0, 3).map(inWords).join('\n')
  if (KINDS.reduce((sum, kind) => sum + parsed.value[kind].length, 0) > MOST_RECORDS) {
    return `It has more than ${MOST_RECORDS} records; open it as a file instead.`
  }
  return normalise(parsed.value).model
}
