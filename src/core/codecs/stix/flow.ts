import type { Explanation, HopExplanation } from '../../analysis/explanation.ts'
import { endInWords, ratingInWords, startInWords, stepInWords, wayInInWords } from '../../analysis/words.ts'
import type { Model } from '../../model/records.ts'
import { subjectIdOf } from '../../model/threats.ts'
import type { Told, ToldExposure } from '../told-exposures.ts'
import type { Bundle } from './bundle.ts'
import { componentId } from './inventory.ts'
import { addTechnique, referenceTo, type Technique, techniqueOf } from './techniques.ts'

/**
 * Attack Flow 2.0 of the Center for Threat-Informed Defense, a STIX extension; the objects by which it names itself are as it
 * gives them out (github.com/center-for-threat-informed-defense/attack-flow, stix/attack-flow-schema-2.0.0.json).
 */
const EXTENSION = 'extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4'
const PUBLISHER = 'identity--fb9c968a-745b-4ade-9b25-c324172197f4'
const PUBLISHED = '2022-08-02T19:34:35.143Z'
const BY_PUBLISHER = { created_by_ref: PUBLISHER, created: PUBLISHED, modified: PUBLISHED }
const NEW_OBJECT = { extensions: { [EXTENSION]: { extension_type: 'new-sdo' } } }

/**
 * Every exposure as a chain of actions, one for its source and one for each hop, that ends in the condition of its target. The
 * specification wants exactly one flow in a document, so all chains begin in that one. None where nothing is exposed.
 */
export function addFlow(bundle: Bundle, model: Model, told: Told): void {
  if (told.exposures.length === 0) return
  addExtension(bundle)
  const techniques = techniquesAt(model)
  const { taken, reached } = told.examined.outcome.counts
  bundle.add('attack-flow', ['flow'], {
    name: model.meta.title || 'Exposure',
    description: `What an attacker could do in this network, as it was modelled: ${taken} exposures taken, ${reached} reached. None of it has been observed.`,
    scope: 'other',
    start_refs: told.exposures.map((exposure) => chainId(bundle, exposure, 0)),
    ...NEW_OBJECT,
  })
  for (const exposure of told.exposures) addChain(bundle, exposure, techniques)
}

type Techniques = ReadonlyMap<string, Technique>

/** By component or link the technique of the threat with the lowest number there, those that were dismissed left out. */
function techniquesAt({ threats }: Model): Techniques {
  const found = new Map<string, Technique>()
  for (const { technique, on, decision } of threats.toSorted((a, b) => a.number - b.number)) {
    const known = decision === 'dismissed' ? null : techniqueOf(technique)
    const at = subjectIdOf(on)
    if (known !== null && !found.has(at)) found.set(at, known)
  }
  return found
}

type Action = Readonly<{
  name: string
  words: string
  at: readonly string[]
  technique: Technique | undefined
}>

function addChain(bundle: Bundle, told: ToldExposure, techniques: Techniques): void {
  const { why, exposure } = told
  const actions = [firstAction(why, techniques), ...why.hops.map((hop) => hopAction(hop, techniques))]
  const end = bundle.idOf('attack-condition', exposure.risk, exposure.target)
  actions.forEach(({ name, words, at, technique }, index) => {
    bundle.add('attack-action', chainKey(told, index), {
      name,
      description: words,
      ...(technique === undefined
        ? {}
        : {
            technique_id: technique.id,
            technique_ref: addTechnique(bundle, technique),
            external_references: [referenceTo(technique)],
          }),
      asset_refs: at.map((component) => addAsset(bundle, component, told)),
      effect_refs: [index + 1 < actions.length ? chainId(bundle, told, index + 1) : end],
      ...NEW_OBJECT,
    })
  })
  bundle.add('attack-condition', [exposure.risk, exposure.target], {
    description: [
      endInWords(why),
      ratingInWords(why),
      ...(exposure.accepted ? ['The risk is accepted.'] : []),
    ].join(' '),
    ...NEW_OBJECT,
  })
}

function firstAction(why: Explanation, techniques: Techniques): Action {
  const { source, entry, risk } = why
  return {
    name: `${entry === null ? 'Foothold in' : 'Entry into'} ${source.name}: ${risk.title}`,
    words: [startInWords(why), ...(entry === null ? [] : [wayInInWords(entry, source)])].join(' '),
    at: [source.id],
    technique: (entry === null ? undefined : techniques.get(entry.link.id)) ?? techniques.get(source.id),
  }
}

const hopAction = (hop: HopExplanation, techniques: Techniques): Action => ({
  name: `${DOING[hop.reason]} ${hop.to.name} over ${hop.link.name}`,
  words: stepInWords(hop),
  at: hop.from.id === hop.to.id ? [hop.to.id] : [hop.from.id, hop.to.id],
  technique: techniques.get(hop.link.id) ?? techniques.get(hop.to.id),
})

const DOING: Readonly<Record<HopExplanation['reason'], string>> = {
  owns: 'Control of',
  weakness: 'Entry into',
  assumed: 'Entry into',
  door: 'Access to',
}

const chainKey = ({ exposure }: ToldExposure, index: number): string[] => [
  exposure.risk,
  exposure.target,
  String(index),
]
const chainId = (bundle: Bundle, told: ToldExposure, index: number): string =>
  bundle.idOf('attack-action', ...chainKey(told, index))

function addAsset(bundle: Bundle, component: string, { why }: ToldExposure): string {
  const named = [why.source, why.target, ...why.hops.flatMap(({ from, to }) => [from, to])]
  const name = named.find(({ id }) => id === component)?.name ?? component
  const object_ref = componentId(bundle, component)
  return bundle.add('attack-asset', [component], { name, object_ref, ...NEW_OBJECT })
}

function addExtension(bundle: Bundle): void {
  bundle.put({
    type: 'identity',
    id: PUBLISHER,
    ...BY_PUBLISHER,
    name: 'MITRE Center for Threat-Informed Defense',
    identity_class: 'organization',
  })
  bundle.put({
    type: 'extension-definition',
    id: EXTENSION,
    ...BY_PUBLISHER,
    name: 'Attack Flow',
    description: 'Extends STIX 2.1 with features to create Attack Flows.',
    schema:
      'https://center-for-threat-informed-defense.github.io/attack-flow/stix/attack-flow-schema-2.0.0.json',
    version: '2.0.0',
    extension_types: ['new-sdo'],
    external_references: [
      { source_name: 'GitHub', url: 'https://github.com/center-for-threat-informed-defense/attack-flow' },
    ],
  })
}
