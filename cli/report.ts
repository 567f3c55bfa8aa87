import { parseArgs } from 'node:util'
import { SECTION_IDS } from '../src/core/codecs/report/document.ts'
import { ANALYSIS_OPTIONS, analysisChoice, SCENARIO_HELP } from './analysis-options.ts'
import { type Command, DONE, oneOf, twoPaths } from './command.ts'
import { exportTo, outputFor } from './export.ts'
import { readLaidOut } from './input.ts'
import { PICTURE_HELP, PICTURE_OPTIONS, pictureChoice } from './picture-options.ts'

const HELP = `Usage: ringfence report IN OUT [options]

Writes what is exposed and why, what is covered, the registers, and how all that was found, for people.
IN is a model in any format that can be read, or - for standard input. OUT ends in .html, .md,
.docx or .pdf; - is standard output, and needs --to. Markdown has its diagram in a file of its own,
so it needs a folder unless the diagram is left out.

Options:
  --to FORMAT          html, md, docx or pdf (default: by the extension of OUT)
  --sections LIST      some of ${SECTION_IDS.slice(0, 6).join(',')},
                       ${SECTION_IDS.slice(6).join(',')} (default: all)
${PICTURE_HELP}
${SCENARIO_HELP}
  --date YYYY-MM-DD    the day that the report is of (default: today)
  --help               print this

Exit status: 0 written; 2 refused, with the reason on standard error, and nothing written.
`

const OUTPUTS = { html: 'report-html', md: 'report-md', docx: 'report-docx', pdf: 'report-pdf' } as const

export const reportCommand: Command = {
  name: 'report',
  summary: 'write a report as HTML, Markdown, Word or PDF',
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...ANALYSIS_OPTIONS,
        ...PICTURE_OPTIONS,
        to: { type: 'string' },
        sections: { type: 'string' },
      },
    })
    const [input, file] = twoPaths(positionals, 'a model to read and a report to write')
    const output = outputFor(file, values.to, OUTPUTS)
    const analysis = analysisChoice(values)
    const picture = pictureChoice(values)
    const sections =
      values.sections === undefined
        ? SECTION_IDS
        : values.sections.split(',').map((name) => oneOf('sections', name.trim(), SECTION_IDS))
    const options = { ...analysis, picture, sections }
    await exportTo(file, await readLaidOut(input), output, options)
    return DONE
  },
}
