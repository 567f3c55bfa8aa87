import { meaningOf } from '../meaning.ts'
import type { Threat } from '../../model/records.ts'
import type { STRIDE, ThreatDecision } from '../../model/terms.ts'
import type { Draft } from '../draft.ts'
import { withForeign } from '../extension.ts'
import { entriesIn, type Fields, isObject, wordIn } from '../loose.ts'
import { elementsIn } from './network.ts'
import type { Places } from './places.ts'
import { matcherOf, type Tracking, trackingsIn } from './tracking.ts'

const LETTERS: Readonly<Record<string, (typeof STRIDE)[number]>> = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
}

/** The fields of a risk that name what it is on, the one that tells most first. */
const PLACES = [
  'most_relevant_communication_link',
  'most_relevant_technical_asset',
  'most_relevant_shared_runtime',
  'most_relevant_trust_boundary',
] as const

/** The parts of a risk's id, behind that of its category, in the order in which Threagile joins them. */
const ID_PARTS = [
  'most_relevant_data_asset',
  'most_relevant_technical_asset',
  'most_relevant_communication_link',
  'most_relevant_trust_boundary',
  'most_relevant_shared_runtime',
] as const

/**
 * Risks that people identified become threats, and so do those of Threagile's own rules that the file tracks at one place: what
 * its rules find anew in each run is not in the file.
 */
export function addThreats(draft: Draft, file: Fields, places: Places): void {
  const trackings = trackingsIn(file['risk_tracking'])
  const categories = elementsIn(file['individual_risk_categories'])
  const trackingsOf = matcherOf(trackings)
  const tracked = new Set<Tracking>()
  let number = 0
  const add = (
    fields: Omit<Threat, 'id' | 'number' | 'technique'>,
    wanted: string,
    kept: Fields,
  ): boolean => {
    const threat = { id: draft.fresh(wanted), number: number + 1, technique: null, ...fields }
    if (!draft.add('threats', withForeign(threat, 'threagile', kept), 'risk', wanted)) return false
    number++
    return true
  }
  for (const { id: category, title, fields } of categories) {
    const { risks_identified: identified, ...about } = fields
    const risks = entriesIn(identified)
    for (const [name, value] of risks) {
      const risk = isObject(value) ? value : {}
      const at = `${category}: ${name}`
      const on = PLACES.map((field) => places.subject(wordIn(risk[field]))).find((each) => each !== null)
      if (on === undefined) {
        draft.account.dropped('risk', at, 'names no asset, link, boundary or runtime that is in the file')
        continue
      }
      const parts = ID_PARTS.map((field) => wordIn(risk[field])).filter((part) => part !== '')
      const riskId = [category, ...parts].join('@')
      const found = trackingsOf(riskId)
      for (const tracking of found) tracked.add(tracking)
      const decided = {
        title: withoutMarkup(name),
        stride: meaningOf(LETTERS, wordIn(about['stride'])) ?? null,
        description: describe(title, about),
        on,
        ...decisionOf(found.at(-1)),
      }
      if (add(decided, riskId, { ...risk, category })) draft.account.carried('risk', at)
    }
    if (risks.length === 0) draft.account.dropped('risk category', category, 'has no risk identified')
    else draft.account.carried('risk category', category)
  }
  for (const tracking of trackings) {
    const { pattern, parts, status } = tracking
    const at = pattern
    const change = meaningOf(CHANGED, status)
    const words = change === undefined ? [] : [change]
    if (tracked.has(tracking)) {
      draft.account.tell('risk tracking', at, words)
      continue
    }
    const [rule = '', ...where] = parts
    const on = where.map((part) => places.subject(part)).findLast((each) => each !== null) ?? null
    if (on === null || rule.includes('*')) {
      draft.account.dropped('risk tracking', at, 'names no one place, nor a risk that is in the file')
      continue
    }
    const title = titleOf(rule)
    const threat = { title, stride: null, description: `Threagile: ${pattern}`, on, ...decisionOf(tracking) }
    if (add(threat, pattern, { risk: pattern })) draft.account.tell('risk tracking', at, words)
  }
  if (number > 0) draft.setMeta({ lastThreat: number })
}

const DECISIONS: Readonly<Record<string, ThreatDecision>> = {
  accepted: 'accept',
  mitigated: 'mitigate',
  'in-progress': 'mitigate',
  'false-positive': 'dismissed',
}
const CHANGED: Readonly<Record<string, string>> = {
  mitigated: 'is decided to be mitigated: whether that is so, a mitigation has to say',
  'in-progress': 'is decided to be mitigated; that this is in progress is in its reason',
  'in-discussion': 'is open; that it is being discussed is in its reason',
}

type Decision = Pick<Threat, 'decision' | 'rationale' | 'by' | 'at'>

function decisionOf(tracking: Tracking | undefined): Decision {
  if (tracking === undefined) return { decision: 'open', rationale: '', by: '', at: null }
  const { status, justification, ticket, date, checkedBy } = tracking
  const state = meaningOf(CHANGED, status) === undefined ? '' : titleOf(status)
  return {
    decision: meaningOf(DECISIONS, status) ?? 'open',
    rationale: [state, justification, ticket].filter((part) => part !== '').join(' – '),
    by: checkedBy,
    at: date === null ? null : `${date}T00:00:00Z`,
  }
}

const ABOUT = ['description', 'impact', 'mitigation', 'action', 'check', 'asvs', 'cheat_sheet'] as const

/** What the category says of all its risks. */
const describe = (title: string, about: Fields): string =>
  [
    withoutMarkup(title),
    ...ABOUT.flatMap((field) => {
      const text = wordIn(about[field])
      return text === '' ? [] : [field === 'description' ? text : `${titleOf(field)}: ${text}`]
    }),
    ...(wordIn(about['cwe']) === '' ? [] : [`CWE-${wordIn(about['cwe'])}`]),
  ].join('\n')

/** `untrusted-deserialization` → `Untrusted deserialization`. */
const titleOf = (term: string): string => term.charAt(0).toUpperCase() + term.slice(1).replace(/[-_]+/g, ' ')

/** Threagile shows titles as HTML: `<b>…</b>` around names. */
export const withoutMarkup = (text: string): string => text.replace(/<\/?[a-z][a-z0-9]*\s*\/?>/gi, '')
