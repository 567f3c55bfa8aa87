import type { Outcome } from '../core/analysis/outcome.ts'
import type { Question } from '../core/analysis/questions.ts'
import type { Changes, ChokeCounts } from '../core/analysis/result.ts'
import type { RouteNumbers } from '../core/analysis/routes.ts'
import type { RecordPatch } from '../core/model/patch.ts'
import type { PlanAnswer } from './plan-messages.ts'

/**
 * To the analysis worker. `part`: some of what changed, ahead of the rest. `analyse`: what changed in the normalised model, today (`YYYY-MM-DD`) and either what is tried out
 * or a later day to show the board on as planned (PR1), which it answers tier by tier for the newest revision only. `ask`: one question about the newest revision.
 * `plan`: the least plan for it (AN13), sought through later edits until `endPlan` or the next `plan`.
 */
export type ToAnalysis =
  | Readonly<{ kind: 'part'; patch: RecordPatch }>
  | Readonly<{
      kind: 'analyse'
      revision: number
      patch: RecordPatch
      date: string
      switched: ReadonlyMap<string, boolean> | null
      day: string | null
    }>
  | Readonly<{ kind: 'ask'; ask: number; question: Question }>
  | Readonly<{ kind: 'plan'; search: number }>
  | Readonly<{ kind: 'endPlan' }>

/** Records by their numbers in the model of that revision. `before` is the board as it stands, where `outcome` is not. */
export type FromAnalysis =
  | Readonly<{ kind: 'first'; revision: number; outcome: Outcome; before: Outcome | null } & WithRoutes>
  | Readonly<{ kind: 'routes'; revision: number } & WithRoutes>
  | Readonly<{ kind: 'separatingSet'; revision: number; links: Int32Array }>
  | Readonly<{ kind: 'changes'; revision: number; changes: Changes }>
  | Readonly<{ kind: 'chokePoints'; revision: number; counts: ChokeCounts }>
  | Readonly<{ kind: 'progress'; revision: number; part: DeeperPart; share: number }>
  /** `answered`: the first tier had come; only what goes further is missing. */
  | Readonly<{ kind: 'failed'; revision: number; reason: string; answered: boolean }>
  | Readonly<{ kind: 'plan'; search: number; answer: PlanAnswer }>
  | Readonly<{ kind: 'answer'; ask: number; answer: unknown }>
  | Readonly<{ kind: 'refused'; ask: number; reason: string }>

type WithRoutes = { routes: RouteNumbers | null; routesBefore: RouteNumbers | null }

export type DeeperPart = 'routes' | 'separatingSet' | 'changes' | 'chokePoints'
