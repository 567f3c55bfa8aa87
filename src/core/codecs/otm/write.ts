import type { Model } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import { liveRisks } from '../live-risks.ts'
import { reportByKind } from '../report.ts'
import { writeYaml } from '../yaml.ts'
import { fileOf } from './whole.ts'

/** Open Threat Model 0.2. Everything is carried: what it has no element for travels in the attributes of the project. */
export const writeOtm: Writer = {
  format: 'otm',
  write: (model, { date }) => ({
    files: [
      {
        name: fileName(model.meta.title, '.otm.json'),
        type: 'application/json',
        content: `${JSON.stringify(wholeOf(model, date), null, 2)}\n`,
      },
    ],
    report: reportByKind(model, {}),
  }),
}

/** The same as YAML. */
export const writeOtmYaml: Writer = {
  format: 'otm-yaml',
  write: (model, { date }) => ({
    files: [
      {
        name: fileName(model.meta.title, '.otm.yaml'),
        type: 'application/yaml',
        content: writeYaml(wholeOf(model, date)),
      },
    ],
    report: reportByKind(model, {}),
  }),
}

const wholeOf = (model: Model, date: string) => fileOf(model, liveRisks(model, date))
