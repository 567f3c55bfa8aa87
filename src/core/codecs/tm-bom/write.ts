import { isFields } from '../../model/issues.ts'
import type { Model, RecordOf } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { inOrder } from '../edits.ts'
import { packBoard } from '../extension.ts'
import { fileName } from '../file-name.ts'
import { type Fields, KEPT_DOES_NOT_FIT } from '../kept.ts'
import { reportByKind } from '../report.ts'
import { documentOf } from './document.ts'
import {
  controlOf,
  flowOf,
  FORMAT,
  hasPersona,
  nodeListOf,
  nodeOf,
  riskOf,
  threatOf,
  zoneOf,
} from './elements.ts'
import { keptBoardIn } from './keep-board.ts'
import { BOARD_KINDS, ELEMENT_KINDS, type ElementList, EXTENSION_NAME, packed } from './own.ts'
import type { ListName } from './schemas.ts'
import { scopeOf, VERSION } from './scope.ts'
import { SymbolicNames } from './symbolic-names.ts'

const SCHEMA =
  'https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json'

/** Writes the board as a TM-BOM of the Threat Model Library, schema 1.0.2. All records are carried, in its `extensions`. */
export const writeTmBom: Writer = {
  format: FORMAT,
  write: (model) => {
    const kept = keptBoardIn(model.meta)
    const first = bodyOf(model, kept)
    // What came from elsewhere may be anything; what is written can be read.
    const fits = Object.keys(kept).length === 0 || documentOf(first).ok
    const body = fits ? first : bodyOf(model, {})
    const name = fileName(model.meta.title, '.tm-bom.json')
    const content = `${JSON.stringify(body, null, 2)}\n`
    const report = [...(fits ? [] : [KEPT_DOES_NOT_FIT]), ...reportByKind(model, {})]
    return { files: [{ name, type: 'application/json', content }], report }
  },
}

function bodyOf(model: Model, kept: Fields): Fields {
  const names = new SymbolicNames()
  for (const list of ['threat_personas', 'risks', 'data_sets'] as const) names.take(list, kept[list])
  const lists = listsOf(model)
  for (const [list, records] of lists) for (const record of records) names.give(list, record)
  const needsOutside = model.components.some(
    ({ segment }) => names.of('trust_zones', segment ?? '') === undefined,
  )
  const outside = needsOutside ? names.fresh('trust_zones', 'outside') : null
  const unspecified = model.threats.every(hasPersona) ? null : names.fresh('threat_personas', 'unspecified')
  const write = elementsOf(model, names, outside ?? '', unspecified ?? '')
  const elements = Object.fromEntries(
    lists.map(([list, records]) => [list, records.map((one) => write[list](one as never))]),
  )
  const { scope: said } = kept
  const scope = isFields(said) ? null : scopeOf(model)
  const zones =
    outside === null
      ? []
      : [{ symbolic_name: outside, title: 'Outside', description: 'What lies in no segment.' }]
  return {
    $schema: SCHEMA,
    version: VERSION,
    ...kept,
    scope: { title: model.meta.title, ...(isFields(said) ? said : scope) },
    ...(model.meta.description === '' ? {} : { description: model.meta.description }),
    trust_boundaries: kept['trust_boundaries'] ?? [],
    data_sets: kept['data_sets'] ?? [],
    ...elements,
    trust_zones: [...listIn(elements['trust_zones']), ...zones],
    threat_personas: [
      ...listIn(kept['threat_personas']),
      ...(unspecified === null ? [] : [nobody(unspecified)]),
    ],
    risks: [...listIn(kept['risks']), ...listIn(elements['risks'])],
    extensions: {
      ...(isFields(kept['extensions']) ? kept['extensions'] : {}),
      [EXTENSION_NAME]: inOrder({
        board: packBoard(model, BOARD_KINDS),
        records: Object.fromEntries(lists.map(([list, records]) => [list, packedIn(list, records, names)])),
        ...(outside === null ? {} : { outside }),
        ...(unspecified === null ? {} : { unspecified }),
        ...(scope === null ? {} : { scope }),
      }),
    },
  }
}

type ElementRecord = RecordOf[(typeof ELEMENT_KINDS)[ElementList]]
type Lists = readonly (readonly [list: ElementList, records: readonly ElementRecord[]])[]

/** The records of each list. */
function listsOf(model: Model): Lists {
  return (Object.keys(ELEMENT_KINDS) as ElementList[]).map((list) => {
    const kind = ELEMENT_KINDS[list]
    const records: readonly ElementRecord[] =
      kind === 'components' ? model.components.filter((one) => nodeListOf(one) === list) : model[kind]
    return [list, records]
  })
}

/** What is written for one record of each list. */
function elementsOf(model: Model, names: SymbolicNames, outside: string, unspecified: string) {
  const vendors = new Map(model.vendors.map(({ id, name }) => [id, name]))
  const components = new Map(model.components.map((component) => [component.id, component]))
  const nameOf = (list: ListName, id: string) => names.of(list, id) ?? 'unknown'
  const componentIn = (id: string | null) => components.get(id ?? '')
  const nodeName = (id: string) => {
    const component = componentIn(id)
    return component === undefined ? undefined : names.of(nodeListOf(component), id)
  }
  const endOf = (id: string | null): Fields => {
    const component = componentIn(id)
    const type = component === undefined ? 'component' : nodeListOf(component).replace(/s$/, '')
    return { type, object: nodeName(id ?? '') ?? 'unknown' }
  }
  const node = (component: RecordOf['components']): Fields => {
    const zone = component.segment === null ? undefined : names.of('trust_zones', component.segment)
    const name = nameOf(nodeListOf(component), component.id)
    return nodeOf(component, name, zone, outside, (id) => vendors.get(id) ?? '')
  }
  return {
    trust_zones: (segment: RecordOf['segments']) => zoneOf(segment, nameOf('trust_zones', segment.id)),
    actors: node,
    components: node,
    data_stores: node,
    data_flows: (link: RecordOf['links']) => {
      const isSensitive = [link.from, link.to].some((id) => componentIn(id)?.sensitiveData === true)
      return flowOf(link, nameOf('data_flows', link.id), endOf(link.from), endOf(link.to), isSensitive)
    },
    threats: (threat: RecordOf['threats']) => {
      const affected = 'component' in threat.on ? nodeName(threat.on.component) : undefined
      return threatOf(
        threat,
        nameOf('threats', threat.id),
        affected === undefined ? [] : [affected],
        unspecified,
      )
    },
    controls: (mitigation: RecordOf['mitigations']) =>
      controlOf(mitigation, nameOf('controls', mitigation.id)),
    risks: (risk: RecordOf['risks']) => riskOf(risk, nameOf('risks', risk.id)),
  } satisfies Record<ElementList, unknown>
}

const packedIn = (
  list: ElementList,
  records: readonly ElementRecord[],
  names: SymbolicNames,
): readonly Fields[] =>
  records.map((record) => packed(ELEMENT_KINDS[list], record, names.of(list, record.id) ?? ''))

/** The persona of threats that nobody in particular poses, since the schema demands one. */
const nobody = (name: string): Fields => ({
  symbolic_name: name,
  title: 'Unspecified',
  description: 'The board does not say who poses its threats.',
  is_person: false,
  skill_level: 'engineer',
  access_level: 'user',
  malicious_intent: true,
  applicability_to_org: 'moderate',
})

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
