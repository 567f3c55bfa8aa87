import type { Model } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import { READ_LIMITS } from '../limits.ts'
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
        content: yamlOf(wholeOf(model, date)),
      },
    ],
    report: reportByKind(model, {}),
  }),
}

/** What takes long to read as YAML is written as JSON, which is YAML, too: the same takes more room in lines. */
const MOST_IN_LINES = READ_LIMITS.yamlCharacters / 2

function yamlOf(whole: ReturnType<typeof wholeOf>): string {
  const json = JSON.stringify(whole)
  return json.length > MOST_IN_LINES ? `${json}\n` : writeYaml(whole)
}

const wholeOf = (model: Model, date: string) => fileOf(model, liveRisks(model, date))
