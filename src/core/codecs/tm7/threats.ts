import type { Mitigation, Threat } from '../../model/records.ts'
import type { TextAllowance } from '../text-in.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { type Knowledge, withoutStop } from './knowledge.ts'
import { dictionaryOf, type Objects, textOf, wordsOf } from './objects.ts'
import type { Stencil } from './surfaces.ts'

/** A threat as the tool has it, found on a flow. */
export type Instance = Readonly<{
  id: string
  flow: string
  source: string
  target: string
  surface: string
  state: string
  type: string
  by: string
  at: string
  /** Its fields by name, those that are empty left out. */
  fields: ReadonlyMap<string, string>
}>

const known = new WeakMap<XmlElement, Instance>()

/** Read once for each element, which may be named by reference any number of times. */
export function instanceOf(key: string, element: XmlElement, objects: Objects): Instance {
  const instance = known.get(element) ?? readInstance(element, objects)
  known.set(element, instance)
  return { ...instance, id: instance.id || key }
}

function readInstance(element: XmlElement, objects: Objects): Instance {
  const fields = new Map<string, string>()
  for (const name of DIRECT) {
    const text = textOf(element, name)
    if (text !== '') fields.set(name, text)
  }
  for (const [name, value] of dictionaryOf(childOf(element, 'Properties'), objects)) {
    const text = wordsOf(value.text)
    if (text !== '') fields.set(name, text)
  }
  return {
    id: textOf(element, 'Id'),
    flow: textOf(element, 'FlowGuid'),
    source: textOf(element, 'SourceGuid'),
    target: textOf(element, 'TargetGuid'),
    surface: textOf(element, 'DrawingSurfaceGuid'),
    state: textOf(element, 'State'),
    type: textOf(element, 'TypeId'),
    by: textOf(element, 'ChangedBy'),
    at: textOf(element, 'ModifiedAt'),
    fields,
  }
}

/** Fields that older versions have beside the others, not among them. */
const DIRECT = [
  'Title',
  'UserThreatCategory',
  'UserThreatShortDescription',
  'UserThreatDescription',
  'StateInformation',
  'InteractionString',
  'Priority',
] as const

/** The elements that a threat is between. */
export type Between = Readonly<Record<'source' | 'target' | 'flow', Stencil | undefined>>

/** What a threat says, with the names of what it is about filled in. */
export type Words = Readonly<Pick<Threat, 'title' | 'stride' | 'description' | 'rationale'>>

/** Of fields that a threat has no place for, lines of its description tell. `allowance`: of all threats of the file. */
export function wordsFor(
  { type, fields }: Instance,
  between: Between,
  knowledge: Knowledge,
  allowance: TextAllowance,
): Words {
  const known = knowledge.types.get(type)
  const fill = (text: string) => filled(text, between, allowance)
  const field = (name: string) => fill(fields.get(name) ?? '')
  const said = field('UserThreatCategory') || (known?.category ?? '')
  const category = knowledge.categories.get(said) || said
  const stride = strideOf(category)
  const short = field('UserThreatShortDescription')
  const lines = [
    field('UserThreatDescription') || fill(known?.description ?? ''),
    stride === null && category !== '' ? `Category: ${category}` : '',
    knowledge.usual.has(withoutStop(short)) ? '' : short,
    ...[...fields.keys()]
      .filter(
        (name) => !TOLD.has(name) && !(name === 'InteractionString' && field(name) === between.flow?.name),
      )
      .map((name) => `${knowledge.labels.get(name) || name}: ${field(name)}`),
  ]
  return {
    title: field('Title') || fill(known?.title ?? '') || type,
    stride,
    description: lines.filter((line) => line !== '').join('\n\n'),
    rationale: field('StateInformation'),
  }
}

const TOLD: ReadonlySet<string> = new Set([
  'Title',
  'UserThreatCategory',
  'UserThreatShortDescription',
  'UserThreatDescription',
  'StateInformation',
])

/** `{source.Name}` and the like; what nothing is known of stays. */
function filled(text: string, between: Between, allowance: TextAllowance): string {
  allowance.take(text.length)
  return text.replace(/\{(source|target|flow)\.([^{}]{1,80})\}/gi, (whole, which: string, name: string) => {
    const stencil = between[which.toLowerCase() as keyof Between]
    const wanted = name.toLowerCase()
    const found = wanted === 'name' ? stencil?.name : stencil?.properties.byName.get(wanted)
    allowance.take(found?.length ?? 0)
    return found ?? whole
  })
}

const BEGINNINGS = [
  ['spoof', 'S'],
  ['tamper', 'T'],
  ['repud', 'R'],
  ['info', 'I'],
  ['denial', 'D'],
  ['elev', 'E'],
] as const

function strideOf(category: string): Threat['stride'] {
  const lower = category.trim().toLowerCase()
  return (
    BEGINNINGS.find(
      ([beginning, letter]) => lower.startsWith(beginning) || lower === letter.toLowerCase(),
    )?.[1] ?? null
  )
}

/** States by what has been decided. Not started and under investigation are both open. */
export function decisionOf(state: string): Threat['decision'] {
  if (state === 'Mitigated') return 'mitigate'
  return state === 'NotApplicable' ? 'dismissed' : 'open'
}

/** When it was changed last, null where the file does not say, or not in whose time. */
export function momentOf(text: string): string | null {
  if (!/^(?:19|2\d)\d\d-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/**
 * What is said to have been done about a threat that is mitigated, without a say in what it does for any risk; null where
 * nothing is said.
 */
export function mitigationOf(
  id: string,
  words: Words,
  { state, fields }: Instance,
  on: Threat['on'],
): Mitigation | null {
  const text = words.rationale || (fields.get('PossibleMitigations') ?? '')
  if (state !== 'Mitigated' || text === '') return null
  return {
    id,
    title: text.replaceAll('\n', ' '),
    control: null,
    effect: 'governs',
    treats: [],
    on: [on],
    status: 'implemented',
    effort: null,
    due: null,
    owner: '',
    evidence: [],
  }
}
