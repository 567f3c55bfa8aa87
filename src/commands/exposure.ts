import type { CoreResult, Exposure } from '../core/analysis/result.ts'
import { type Scenario, SCENARIOS } from '../core/model/terms.ts'
import { nameOf } from '../state/record-names.ts'
import { worstFirst } from '../state/result-index.ts'
import { type ExposureKey, showExposure } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type CommandContext, type Situation } from './command.ts'

const exposuresOf = ({ analysis }: Situation): readonly Exposure[] =>
  analysis.result === null ? [] : rankedExposures(analysis.result)

const ranked = new WeakMap<CoreResult, readonly Exposure[]>()

/** Every exposure, the worst first: by rating, taken before reached, then by risk and target. Made once per result. */
export function rankedExposures(result: CoreResult): readonly Exposure[] {
  const known = ranked.get(result)
  if (known !== undefined) return known
  // The engine's order is by risk and target.
  const list = worstFirst(result.exposures)
  ranked.set(result, list)
  return list
}

/** Shows one exposure alone; null shows all again. */
export const focusExposure: Command<ExposureKey | null> = command({
  id: 'exposure.focus',
  label: 'Show one exposure',
  icon: 'exposure',
  group: 'exposure',
  role: 'viewer',
  run: (context, key) => {
    showExposure(key)
    if (key === null) return context.host.announce('All exposures shown')
    setView({ mode: 'exposure' })
    const list = exposuresOf(context)
    const place = list.findIndex(({ risk, target }) => risk === key.risk && target === key.target)
    const exposure = list[place]
    if (exposure === undefined) return
    context.host.announce(`Exposure ${place + 1} of ${list.length}: ${inWords(context, exposure)}`)
    const entry = exposure.entry === null ? [] : [exposure.entry.component]
    context.host.canvas?.reveal([...entry, ...exposure.path])
  },
})

const step = (id: string, label: string, key: string, by: 1 | -1): Command =>
  command({
    id,
    label,
    icon: 'exposure',
    group: 'exposure',
    keys: [key],
    canvasOnly: true,
    role: 'viewer',
    when: (now) => exposuresOf(now).length > 0,
    run: (context) => {
      const list = exposuresOf(context)
      const { exposure: shown } = context.selection
      const at = list.findIndex(({ risk, target }) => risk === shown?.risk && target === shown.target)
      const first = by === 1 ? 0 : list.length - 1
      const next = list[at === -1 ? first : (at + by + list.length) % list.length]
      if (next !== undefined) void focusExposure.run(context, { risk: next.risk, target: next.target })
    },
  })

export const nextExposure = step('exposure.next', 'Next exposure', '.', 1)
export const previousExposure = step('exposure.previous', 'Previous exposure', ',', -1)

export const clearExposure = command({
  id: 'exposure.clear',
  label: 'Show all exposures',
  icon: 'exposure',
  group: 'exposure',
  role: 'viewer',
  when: ({ selection }) => selection.exposure !== null,
  run: (context) => focusExposure.run(context, null),
})

/** Says which mitigations count (AN1), for everybody at the board. */
export const setScenario: Command<Scenario> = command({
  id: 'exposure.set-scenario',
  label: 'Change the scenario',
  icon: 'mitigation',
  group: 'exposure',
  role: 'editor',
  run: ({ edit }, scenario) =>
    edit(`Scenario: ${scenario}`, (editor) => editor.setMeta({ policy: { scenario } })),
})

/** One command for each scenario that is not the board's, for those who look for it by its name. */
export const scenarios: readonly Command[] = SCENARIOS.map((scenario) =>
  command({
    id: `exposure.scenario-${scenario}`,
    label: `Scenario: ${scenario}`,
    icon: 'mitigation',
    group: 'exposure',
    role: 'editor',
    when: ({ model }) => model.meta.policy.scenario !== scenario,
    run: (context) => setScenario.run(context, scenario),
  }),
)

const inWords = ({ model }: CommandContext, { risk, target, kind }: Exposure): string =>
  `${nameOf(model, risk)} ${kind === 'taken' ? 'takes' : 'reaches'} ${nameOf(model, target)}`
