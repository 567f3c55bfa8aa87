import type { Examined } from '../core/analysis/analyse.ts'
import { MOST_EXPOSURES_SHOWN } from '../core/analysis/limits.ts'
import { assess } from '../core/analysis/outcome.ts'
import type { Question } from '../core/analysis/questions.ts'
import type { AnalyseOptions } from '../core/analysis/result.ts'
import type { Model } from '../core/model/records.ts'

/** Whether it is about the board as it stands, also while that is shown moved to another day (PR5). */
export const isOfToday = ({ of }: Question): boolean =>
  of === 'burn-down' || of === 'checks' || of === 'without-vendor'

/**
 * `examined` is the model as it was analysed, with these options. What takes long waits for a `turn` now and then, which
 * rejects once the answer is of no use any more.
 */
export async function answerQuestion(
  question: Question,
  examined: Examined,
  model: Model,
  options: AnalyseOptions,
  turn: () => Promise<void>,
): Promise<unknown> {
  switch (question.of) {
    // Nobody asks before the board is there, and an explanation brings the texts of the whole library along.
    case 'paths': {
      const { morePaths } = await import('../core/analysis/more-paths.ts')
      return morePaths(examined, question, question.most)
    }
    case 'blast': {
      const { blastRadius } = await import('../core/analysis/blast-radius.ts')
      return blastRadius(question.component, examined)
    }
    case 'burn-down': {
      const { burnDown } = await import('../core/analysis/burn-down.ts')
      return burnDown(model, options.date, turn)
    }
    case 'checks': {
      const { checksOf } = await import('../core/analysis/checks/checks-of.ts')
      // The columns of the first answer went to the page without a copy.
      const { compiled, standing } = examined
      return checksOf({ ...examined, ...assess(standing, compiled, MOST_EXPOSURES_SHOWN) }, model)
    }
    case 'explanation': {
      const { explainExposure } = await import('../core/analysis/explain.ts')
      return explainExposure(question.exposure, examined, model.vendors)
    }
    case 'without-vendor': {
      const { exposureWithout } = await import('../core/analysis/exposure-without.ts')
      return exposureWithout(question.vendor, examined, model, options)
    }
  }
}
