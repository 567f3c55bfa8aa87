import { checkById } from '../../catalogue/checks.ts'
import { LEVELS, type Level, type SarifResult } from './results.ts'

type Rule = Readonly<{
  id: string
  shortDescription: { readonly text: string }
  fullDescription: { readonly text: string }
  help?: { readonly text: string }
  defaultConfiguration: { readonly level: Level }
}>

const EXPOSURES: readonly Rule[] = [
  {
    id: 'exposure-taken',
    shortDescription: { text: 'A critical function is taken' },
    fullDescription: {
      text: 'An attacker who starts at a component with this risk gets into a critical function: he owns each component on the way, or enters it through an open weakness.',
    },
    defaultConfiguration: { level: 'error' },
  },
  {
    id: 'exposure-reached',
    shortDescription: { text: 'A critical function is reached' },
    fullDescription: {
      text: 'An attacker who starts at a component with this risk can talk to a critical function, and no known weakness lets him in.',
    },
    defaultConfiguration: { level: 'warning' },
  },
]

/** The rules that these results are of, in order of first mention. */
export function rulesOf(results: readonly SarifResult[]): Rule[] {
  return [...new Set(results.map(({ ruleId }) => ruleId))].map(
    (id) => EXPOSURES.find((rule) => rule.id === id) ?? ofCheck(id),
  )
}

function ofCheck(id: string): Rule {
  const check = checkById(id)
  return {
    id,
    shortDescription: { text: check?.title ?? id },
    fullDescription: { text: check?.rule ?? id },
    ...(check === null ? {} : { help: { text: `Source: ${check.source}` } }),
    defaultConfiguration: { level: LEVELS[check?.severity ?? 'low'] },
  }
}
