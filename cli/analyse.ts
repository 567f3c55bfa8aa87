import { parseArgs } from 'node:util'
import { analyseCore } from '../src/core/analysis/analyse.ts'
import { analyse } from '../src/core/analysis/analyse-whole.ts'
import { withProvenPlan } from '../src/core/analysis/plan-proof.ts'
import type { CoreResult, ExposureResult } from '../src/core/analysis/result.ts'
import type { Model } from '../src/core/model/records.ts'
import { RATINGS, type Rating } from '../src/core/model/terms.ts'
import { solveByHighs } from '../src/workers/highs.ts'
import { ANALYSIS_OPTIONS, analysisChoice, SCENARIO_HELP } from './analysis-options.ts'
import { type Command, DONE, FOUND, oneOf, onlyFile } from './command.ts'
import { readNormalised } from './input.ts'
import { plain, summarise } from './summary.ts'

const HELP = `Usage: ringfence analyse FILE [options]

Shows which critical functions an unmitigated risk takes or reaches, and how.
FILE is a model in any format that can be read, or - for standard input.

Options:
  --json               print the whole result as JSON, choke points and what-if included
  --fail-on RATING     exit with 1 where an exposure is rated at or above
                       ${RATINGS.join(', ')}; exposures of accepted risks count, too
${SCENARIO_HELP}
  --date YYYY-MM-DD    the day on which acceptances have to hold (default: today)
  --help               print this

Exit status: 0 analysed, nothing at or above --fail-on; 1 something is; 2 input refused,
with each place and reason on standard error and nothing on standard output.
`

export const analyseCommand: Command = {
  name: 'analyse',
  summary: 'show what is exposed, on which paths, and what is covered',
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'fail-on': { type: 'string' },
        ...ANALYSIS_OPTIONS,
      },
    })
    const failOn = values['fail-on'] === undefined ? null : oneOf('fail-on', values['fail-on'], RATINGS)
    const options = analysisChoice(values)
    const normalised = await readNormalised(onlyFile(positionals))
    const { model } = normalised
    const result =
      values.json === true
        ? await prove(analyse(normalised, options), model)
        : analyseCore(normalised, options)
    const text = values.json === true ? JSON.stringify(result, null, 2) : summarise(model, result)
    process.stdout.write(`${text}\n`)
    return failOn !== null && isRatedAtLeast(failOn, result) ? FOUND : DONE
  },
}

/** A plan without a proof is an answer, too, and says so itself. */
async function prove(result: ExposureResult, model: Model): Promise<ExposureResult> {
  try {
    return await withProvenPlan(result, model, solveByHighs)
  } catch (error) {
    const reason = error instanceof Error ? plain(error.message) : 'unknown'
    process.stderr.write(`ringfence: the plan is not proven, since the solver failed (${reason})\n`)
    return result
  }
}

const isRatedAtLeast = (least: Rating, { exposures }: CoreResult): boolean =>
  exposures.some(({ rating }) => RATINGS.indexOf(rating) >= RATINGS.indexOf(least))
