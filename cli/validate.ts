import { parseArgs } from 'node:util'
import { unknownNames } from '../src/core/analysis/unknown-names.ts'
import type { Normalised } from '../src/core/model/normalise.ts'
import { KIND_WORDS } from '../src/core/model/kind-words.ts'
import { KINDS } from '../src/core/model/records.ts'
import { type Command, DONE, onlyFile } from './command.ts'
import { readNormalised } from './input.ts'
import { plain } from './summary.ts'

const HELP = `Usage: ringfence validate FILE

Says whether a model opens, and what of it would be set aside or shown as custom.
FILE is a model in any format that can be read, or - for standard input.

Options:
  --help               print this

Exit status: 0 it opens, whatever is listed; 2 it is refused, with each place and reason.
`

export const validateCommand: Command = {
  name: 'validate',
  summary: 'say whether a model opens, and what in it needs a look',
  help: HELP,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const normalised = await readNormalised(onlyFile(positionals))
    process.stdout.write(`${findings(normalised).join('\n')}\n`)
    return DONE
  },
}

const SETTLED: ReadonlySet<string> = new Set(['accepted', 'closed', 'not-applicable'])

function findings({ model, setAside }: Normalised): string[] {
  const counts = KINDS.filter((kind) => model[kind].length > 0).map(
    (kind) => `${model[kind].length} ${KIND_WORDS[kind][model[kind].length === 1 ? 0 : 1]}`,
  )
  const unexplained = model.risks.filter(
    ({ status, rationale }) => SETTLED.has(status) && rationale.trim() === '',
  )
  return [
    `Opens: ${counts.length === 0 ? 'an empty model' : counts.join(', ')}.`,
    ...part(
      'Set aside',
      setAside.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    ...part(
      'Not in the catalogue, shown as custom',
      unknownNames(model).map(({ id, field, name }) => `${id}: ${field} ${JSON.stringify(name)}`),
    ),
    ...part(
      'Without the rationale that the status calls for',
      unexplained.map(({ id, status }) => `${id}: ${status}`),
    ),
  ]
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${plain(line)}`)]
