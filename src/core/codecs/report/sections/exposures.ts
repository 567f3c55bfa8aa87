import { explainExposure } from '../../../analysis/explain.ts'
import type { Explanation, MitigationNote } from '../../../analysis/explanation.ts'
import type { Exposure } from '../../../analysis/result.ts'
import {
  endInWords,
  shortfallInWords,
  startInWords,
  stepInWords,
  wayInInWords,
  whyNot,
} from '../../../analysis/words.ts'
import { inWords } from '../../registers/register.ts'
import {
  type Block,
  column,
  definitions,
  heading,
  type Item,
  paragraph,
  quiet,
  type Runs,
  table,
} from '../document.ts'
import type { Analysed, Grounds } from '../grounds.ts'
import { figure, some } from '../words.ts'

/** Explanations take a third of a page each; beyond so many of them a reader is better served by the table. */
export const MOST_EXPLAINED = 60

export function exposures(grounds: Grounds): Block[] {
  const { analysed } = grounds
  if (analysed === null) return [quiet('Not analysed; see the summary.')]
  const { ranked, result } = analysed
  const intro = paragraph(
    'A critical function is ',
    { text: 'taken', as: 'strong' },
    ' when an attacker gets in, and ',
    { text: 'reached', as: 'strong' },
    ' when he stands at its door and no known weakness lets him in. One path is shown for each pair of a risk and a function, with the fewest hops; there may be others.',
    ...(grounds.has('method') ? [' ', { text: 'How exposure is defined', to: 'defined' }, '.'] : []),
  )
  if (ranked.length === 0) {
    const none =
      result.targets.length === 0
        ? 'No component is critical, so that no exposure is sought. That is not the same as none.'
        : 'No critical function is found taken or reached through a risk that is recorded here. That speaks of what is recorded, and of nothing else.'
    return [intro, quiet(none)]
  }
  const explained = ranked.slice(0, MOST_EXPLAINED)
  const all = explained.length === ranked.length
  return [
    intro,
    heading(2, 'Hop by hop', 'hop-by-hop'),
    paragraph(
      all
        ? `${some(ranked.length, 'exposure')}, the worst first. `
        : `Explained here are the ${figure(explained.length)} exposures that are worst, of ${figure(ranked.length)}. `,
      {
        text: all ? 'The same in one table' : 'All of them, with their paths, are in one table',
        to: 'all-exposures',
      },
      '.',
    ),
    ...explained.flatMap((exposure, at) => explain(exposure, at, analysed, grounds)),
    heading(2, 'All exposures', 'all-exposures'),
    tableOf(ranked, grounds),
  ]
}

function explain(exposure: Exposure, at: number, { examined }: Analysed, { model }: Grounds): Block[] {
  const explanation = explainExposure(exposure, examined, model.vendors)
  if (explanation === null) return []
  const { risk, target, entry, source, hops } = explanation
  const accepted = exposure.accepted ? ' (accepted)' : ''
  const rated = `${inWords(exposure.rating)}: likelihood ${risk.likelihood} of 5, impact ${risk.impact} of 5.`
  const steps: Item[] = [
    { runs: [startInWords(explanation)] },
    ...(entry === null ? [] : [{ runs: [wayInInWords(entry, source)] }]),
    ...hops.map((hop): Item => ({ runs: [stepInWords(hop)] })),
    { runs: [endInWords(explanation)] },
  ]
  return [
    heading(
      3,
      `${at + 1}. ${target.name} ${exposure.kind} through “${risk.title}”${accepted}`,
      `exposure-${at + 1}`,
    ),
    { block: 'list', ordered: true, items: steps },
    definitions([['Rating', rated], ...bearing(explanation)]),
  ]
}

/** What is in place and not enough, what would end it were it done, and what the library offers. */
function bearing(explanation: Explanation): (readonly [term: string, ...says: Runs])[] {
  const { risk, entry, hops, source, scenario } = explanation
  const but = (note: MitigationNote, purpose: string) =>
    `“${note.title}” would ${purpose}, but ${whyNot(note.status, scenario)}.`
  const present = new Set([
    ...risk.present.map(shortfallInWords),
    ...hops.flatMap((hop) =>
      hop.present
        .filter(({ id }) => !risk.present.some((note) => note.id === id))
        .map(({ title, status }) => `“${title}” is ${status} on the way and does not stop it.`),
    ),
  ])
  const pending = new Set([
    ...risk.pending.map((note) => but(note, `remove the risk at ${source.name}`)),
    ...(entry?.pending ?? []).map((note) => but(note, 'cut the way in')),
    ...hops.flatMap((hop) => [
      ...hop.pending.map((note) => but(note, `cut the step from ${hop.from.name} to ${hop.to.name}`)),
      ...hop.weaknesses.flatMap((weakness) =>
        weakness.pending.map((note) => but(note, `remove “${weakness.title}” at ${hop.to.name}`)),
      ),
    ]),
  ])
  const offered = (options: Explanation['risk']['options']) => new Set(options.map(({ title }) => title))
  const removing = offered([
    ...risk.options,
    ...hops.flatMap((hop) => hop.weaknesses.flatMap(({ options }) => options)),
  ])
  const cutting = offered(hops.flatMap(({ options }) => options))
  return [
    ...told('In place, not enough', [...present]),
    ...told('Would help, does not count', [...pending]),
    ...told('The library offers', [
      ...(removing.size === 0 ? [] : [`To remove the risks on this path: ${[...removing].join('; ')}.`]),
      ...(cutting.size === 0 ? [] : [`To cut a step: ${[...cutting].join('; ')}.`]),
    ]),
  ]
}

const told = (term: string, lines: readonly string[]): (readonly [string, string])[] =>
  lines.length === 0 ? [] : [[term, lines.join('\n')]]

const tableOf = (ranked: readonly Exposure[], { name }: Grounds): Block =>
  table(
    'All exposures, the worst first',
    [
      column('No.', 6, 'number'),
      column('Rating', 9),
      column('Critical function', 20),
      column('Is', 9),
      column('Through', 26),
      column('Path', 46),
      column('Entered from', 18),
      column('Accepted', 9),
    ],
    ranked.map(({ rating, target, kind, risk, path, entry, accepted }, at) => [
      at + 1,
      inWords(rating),
      name(target),
      inWords(kind),
      name(risk),
      path.map(name).join(' → '),
      entry === null ? null : `${name(entry.component)} over ${name(entry.link)}`,
      accepted ? 'Yes' : 'No',
    ]),
  )
