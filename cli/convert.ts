import { parseArgs } from 'node:util'
import type { WrittenFile } from '../src/core/codecs/codec.ts'
import { formatById, FORMATS } from '../src/core/codecs/formats.ts'
import { outputById, type OutputId, OUTPUTS, WHOLE_BOARD } from '../src/core/codecs/outputs.ts'
import type { Report } from '../src/core/codecs/report.ts'
import { type Command, DONE, oneOf, Refusal, twoPaths } from './command.ts'
import { dayOf } from './day.ts'
import { writtenAs } from './export.ts'
import { readLaidOut } from './input.ts'
import { writeFiles } from './output.ts'
import { accountInWords } from './account.ts'

const READ = FORMATS.filter(({ reads }) => reads)
const WRITTEN = OUTPUTS.filter(({ group }) => group === 'model' || group === 'registers')
const names = (formats: readonly Readonly<{ id: string; name: string; extension: string }>[]) =>
  formats.map(({ id, name, extension }) => `  ${id.padEnd(14)} ${name} (${extension})`).join('\n')

const HELP = `Usage: ringfence convert IN OUT [options]

Reads a model of one format and writes it in another. Standard error says what became of each record.
IN is a file, or - for standard input. OUT is a file, or - for standard output; a format of
several files needs a folder.

Options:
  --from FORMAT        what IN is (default: found out from its content)
  --to FORMAT          what OUT becomes (default: by its extension)
  --packed             compressed, as draw.io files can be
  --report FILE        write what became of each record, as JSON
  --date YYYY-MM-DD    the day on which acceptances have to hold (default: today)
  --help               print this

Read:
${names(READ)}

Written:
${names(WRITTEN)}

Exit status: 0 converted, whatever was changed or left out; 2 input refused, and nothing written.
`

export const convertCommand: Command = {
  name: 'convert',
  summary: 'read a model of one format and write it in another',
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        packed: { type: 'boolean', default: false },
        report: { type: 'string' },
        date: { type: 'string' },
      },
    })
    const [input, output] = twoPaths(positionals, 'a file to read and one to write')
    const from =
      values.from === undefined
        ? undefined
        : oneOf(
            'from',
            values.from,
            READ.map(({ id }) => id),
          )
    const given =
      values.to === undefined
        ? undefined
        : oneOf(
            'to',
            values.to,
            WRITTEN.map(({ id }) => id),
          )
    const date = dayOf(values.date)
    const imported = await readLaidOut(input, from)
    const to = given ?? byExtension(output)
    const { packed } = values
    const written = await writtenAs(imported, to, { date, packed, picture: WHOLE_BOARD, sections: [] })
    const reports = { read: imported.report, written: written.report }
    await writeFiles(output, written.files)
    if (values.report !== undefined) await writeFiles(values.report, [reportFile(reports)])
    process.stderr.write(
      `${[
        ...accountInWords(`Read as ${formatById(imported.format)?.name ?? imported.format}`, imported.report),
        ...accountInWords(`Written as ${outputById(to)?.name ?? to}`, written.report),
      ].join('\n')}\n`,
    )
    return DONE
  },
}

const reportFile = (reports: Readonly<Record<'read' | 'written', Report>>): WrittenFile => ({
  name: 'report.json',
  type: 'application/json',
  content: `${JSON.stringify({ format: 'ringfence-conversion', version: 1, ...reports }, null, 2)}\n`,
})

/** The longest extension that fits: `.otm.json` before `.json`. */
function byExtension(output: string): OutputId {
  const fitting = WRITTEN.filter(({ extension }) => output.toLowerCase().endsWith(extension)).toSorted(
    (a, b) => b.extension.length - a.extension.length,
  )
  const [best, next] = fitting
  if (best === undefined || next?.extension.length === best.extension.length)
    throw new Refusal(
      `${output}: the extension does not say which format; add --to ${WRITTEN.map(({ id }) => id).join('|')}`,
    )
  return best.id
}
