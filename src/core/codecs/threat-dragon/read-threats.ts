import type { CommentSubject, Mitigation, Threat } from '../../model/records.ts'
import { isSameSubject } from '../../model/threats.ts'
import type { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { EXTENSION, type UnpackedBoard } from '../extension.ts'
import { type Fields, fieldsIn, numberIn, textIn } from '../loose.ts'
import { recordIdOf } from './cells.ts'
import { mitigationOf, threatOf, wordsIn } from './elements.ts'
import { ThreatNumbers } from '../threat-numbers.ts'
import type { DragonFile } from './file.ts'
import type { Own } from './own.ts'
import { decisionOf } from './terms.ts'
import { fingerprint } from './threats.ts'

/** The threats of one cell and what stands for it on the board, if anything can be on that. */
export type ThreatsAt = Readonly<{ on: CommentSubject | null; at: string; entries: readonly unknown[] }>

type Pending = Readonly<{
  entry: Fields
  on: CommentSubject
  at: string
  ours: string | null
  wanted: number
}>

/** Adds every threat, and a mitigation for the words of each that says what is done. */
export function readThreats(all: readonly ThreatsAt[], own: Own | null, draft: Draft): void {
  const seen = new Set<string>()
  const pending = all.flatMap((each) => pendingOf(each, own, seen, draft))
  const numbers = new ThreatNumbers(
    own?.packed.board.meta.lastThreat ?? 0,
    own?.packed.all('threats').map(({ number }) => number) ?? [],
  )
  for (const { ours, wanted } of pending) if (ours === null) numbers.reserve(wanted)
  for (const each of pending) addThreat(each, numbers, own, draft)
  if (numbers.highest > (own?.packed.board.meta.lastThreat ?? 0))
    draft.setMeta({ lastThreat: numbers.highest })
}

function pendingOf(
  { on, at, entries }: ThreatsAt,
  own: Own | null,
  seen: Set<string>,
  draft: Draft,
): Pending[] {
  return entries.flatMap((item, index) => {
    const entry = fieldsIn(item)
    const place = textIn(entry['id']) || `${at} threats[${index}]`
    const mark = fieldsIn(entry[EXTENSION])
    const risk = textIn(mark['risk'])
    if (own !== null && risk !== '' && own.packed.get('risks', risk) !== null) {
      if (mark['written'] === fingerprint(entry)) {
        draft.account.carried('vendor risk', place)
        return []
      }
    }
    if (on === null) {
      draft.account.dropped('threat', place, 'is a threat to what has none on the board')
      return []
    }
    const id = recordIdOf(textIn(entry['id']))
    const isOurs = own !== null && !seen.has(id) && own.threats.has(id)
    seen.add(id)
    return [{ entry, on, at: place, ours: isOurs ? id : null, wanted: numberIn(entry['number']) ?? 0 }]
  })
}

function addThreat(
  { entry, on, at, ours, wanted }: Pending,
  numbers: ThreatNumbers,
  own: Own | null,
  draft: Draft,
): void {
  const status = textIn(entry['status'])
  const changes =
    decisionOf(status) === null ? [`its status “${status}” is not known: it stands as open`] : []
  const words = wordsIn(entry)
  const packed = ours === null || own === null ? null : own.packed.get('threats', ours)
  if (packed === null || own === null || ours === null) {
    const id = draft.fresh(textIn(entry['id']) || textIn(entry['threatId']) || 'threat')
    const threat = threatOf(entry, id, numbers.take(wanted), on)
    if (draft.add('threats', threat, 'threat', at)) draft.account.tell('threat', at, changes)
    if (words.done !== '') addMitigation(words.done, threat, status, at, draft)
    if (words.reason !== '') {
      draft.account.changed(
        'mitigation',
        at,
        'says why the threat does not apply, and stands as its rationale',
      )
    }
    return
  }
  const written = fieldsIn(own.threats.get(ours))
  const read = (fields: Fields) => threatOf(fields, ours, packed.number, packed.on)
  const edited = withEdits(packed, read(written), read(entry)).record
  const threat = isSameSubject(edited.on, on) ? edited : { ...edited, on }
  if (draft.add('threats', threat, 'threat', at)) draft.account.tell('threat', at, changes)
  const isNew = words.done !== '' && words.done !== wordsIn(written).done
  if (isNew && soleMitigation(own, ours) === null) addMitigation(words.done, threat, status, at, draft)
}

function addMitigation(words: string, threat: Threat, status: string, at: string, draft: Draft): void {
  const mitigation = mitigationOf(words, draft.fresh(`${threat.id}-mitigation`), threat, status)
  if (draft.add('mitigations', mitigation, 'mitigation', at)) draft.account.carried('mitigation', at)
}

/** The one mitigation whose words were those of a threat; null where none or several are. */
function soleMitigation({ words }: Own, threat: string): Mitigation | null {
  const [only, ...others] = words.get(threat) ?? []
  return others.length > 0 ? null : (only ?? null)
}

/**
 * The records that travelled with the whole, with the words of mitigations as they were edited with their threats. One whose
 * words were taken out is left out: nobody says any more that it is done.
 */
export function mitigationsAsEdited(own: Own, file: DragonFile, draft: Draft): UnpackedBoard['records'] {
  const edits = new Map<string, string>()
  for (const { cells } of file.diagrams) {
    for (const item of cells.flatMap(({ threats }) => threats)) {
      const entry = fieldsIn(item)
      const id = recordIdOf(textIn(entry['id']))
      const written = own.threats.get(id)
      const sole = written === undefined ? null : soleMitigation(own, id)
      if (sole === null) continue
      const [was, is] = [wordsIn(fieldsIn(written)), wordsIn(entry)]
      if (is.done !== was.done && is.reason === '') edits.set(sole.id, is.done)
    }
  }
  return own.packed.board.records.flatMap((each): UnpackedBoard['records'] => {
    const words = each.kind === 'mitigations' ? edits.get(each.record.id) : undefined
    if (each.kind !== 'mitigations' || words === undefined) return [each]
    if (words === '') {
      draft.account.dropped('mitigations', each.record.id, 'its words were taken out of the threat')
      return []
    }
    return [
      { kind: each.kind, record: { ...each.record, evidence: [words, ...each.record.evidence.slice(1)] } },
    ]
  })
}
