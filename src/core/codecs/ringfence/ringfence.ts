import { isFields } from '../../model/issues.ts'
import { normalise } from '../../model/normalise.ts'
import { parseModel } from '../../model/parse.ts'
import { KINDS } from '../../model/records.ts'
import { serialiseModel } from '../../model/serialise.ts'
import type { Reader, Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import { Account, reportByKind } from '../report.ts'

/** Our own format: everything is carried, both ways. */
export const readRingfence: Reader = {
  format: 'ringfence',
  detect: (source) => {
    const json = source.looksLike === 'json' ? source.json() : null
    return json?.ok === true && isFields(json.value) && json.value['format'] === 'ringfence'
  },
  read: (source) => {
    const text = source.text()
    if (!text.ok) return text
    const parsed = parseModel(text.value)
    if (!parsed.ok) return parsed
    const { model, setAside } = normalise(parsed.value)
    const account = new Account()
    const lost = new Set(setAside.map(({ id }) => id))
    for (const kind of KINDS) {
      for (const { id } of parsed.value[kind]) if (!lost.has(id)) account.carried(kind, id)
    }
    for (const { id, reason } of setAside) account.dropped('reference', id, reason)
    return {
      ok: true,
      value: { format: 'ringfence', model, setAside, report: account.report, placed: true, foreign: [] },
    }
  },
}

export const writeRingfence: Writer = {
  format: 'ringfence',
  write: (model) => ({
    files: [
      {
        name: fileName(model.meta.title, '.ringfence.json'),
        type: 'application/vnd.ringfence+json',
        content: serialiseModel(model),
      },
    ],
    report: reportByKind(model, {}),
  }),
}
