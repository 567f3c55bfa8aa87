import { isFields } from '../../model/issues.ts'
import { blankSegment } from '../blanks.ts'
import type { Imported, Reader } from '../codec.ts'
import { withForeign } from '../extension.ts'
import { type Document, documentOf } from './document.ts'
import { FORMAT } from './elements.ts'
import { keptBoardOf, tellKept } from './keep-board.ts'
import { type Network, readNetwork, registerNetwork } from './read-network.ts'
import { planRegister, readRegister, registerRegister } from './read-register.ts'
import { Reading } from './reading.ts'

/** Reads a TM-BOM of the OWASP Threat Model Library, version 1 of its schema. */
export const readTmBom: Reader = {
  format: FORMAT,
  detect: (source) => {
    const json = source.looksLike === 'json' ? source.json() : null
    if (json?.ok !== true || !isFields(json.value)) return false
    const { $schema, trust_zones, specFormat, format } = json.value
    if (specFormat !== undefined || format === 'ringfence') return false
    return (
      trust_zones !== undefined || (typeof $schema === 'string' && $schema.includes('threat-model-library'))
    )
  },
  read: (source) => {
    const json = source.json()
    if (!json.ok) return json
    const document = documentOf(json.value)
    return document.ok ? { ok: true, value: importOf(document.value) } : document
  },
}

function importOf(document: Document): Imported {
  const reading = new Reading(document)
  const { draft, names, board, extension } = reading
  // Everything that is in the file has its id before anything is made that is not.
  const network = registerNetwork(reading)
  const registered = registerRegister(reading)
  for (const { source, destination } of document.lists.data_flows) {
    for (const { object, type } of [source, destination]) names.standFor(object, type)
  }
  const register = planRegister(reading, registered)
  const whole = register.needsWhole ? draft.fresh('whole') : null
  if (whole !== null) draft.add('segments', { ...blankSegment(whole), name: document.root.scope.title })
  // On a board of ours nothing is drawn around what has its place already.
  const outermost = board === null ? whole : null

  readNetwork(reading, network, outermost)
  const lastThreat = readRegister(reading, register, whole)
  for (const standIn of names.standIns) {
    draft.add('components', { ...standIn, segment: standIn.segment ?? outermost })
    draft.isForeign(standIn.id, 'stand-in', standIn.name)
  }
  tellKept(document, register.ratings, extension.unspecified, draft.account)
  const { scope, description = '' } = document.root
  draft.setMeta({ title: scope.title, description, lastThreat })
  draft.setMeta(withForeign({}, FORMAT, keptBoardOf(document, register.ratings, extension)))
  return draft.finish(board !== null && !isNewToUs(network) && names.standIns.length === 0 && whole === null)
}

/** Whether a tool that knows nothing of places has added something to a board of ours. */
const isNewToUs = ({ zones, nodes }: Network): boolean => [...zones, ...nodes].some(({ own }) => own === null)
