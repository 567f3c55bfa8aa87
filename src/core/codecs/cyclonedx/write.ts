import { v5 } from 'uuid'
import { type Kind, KINDS, type Link, type Model, type RecordOf } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { packBoard } from '../extension.ts'
import { fileName } from '../file-name.ts'
import { Account } from '../report.ts'
import { appliesTo, byVendor } from './covered.ts'
import { documentOf } from './document.ts'
import { flowOf, nodeListOf, nodeOf, zoneOf } from './elements.ts'
import { DEFAULT_MODEL_TYPES, type KeptBoard, keptBoardIn } from './keep-board.ts'
import { type Fields, KEPT_DOES_NOT_FIT } from '../kept.ts'
import { FORMAT } from './kept.ts'
import { BOARD_KINDS, boardProperty, type ElementKind, recordProperty } from './own.ts'
import { UNTITLED } from './read.ts'
import { relationOf } from './read-relations.ts'
import { References } from './references.ts'
import { controlOf, isRiskThere, riskOf, threatOf } from './register-elements.ts'
import { settleKept } from './settle-kept.ts'
import { idIn } from '../subjects.ts'

/** For serial numbers: a name space of this writer's own. */
const NAME_SPACE = 'd2f0c1b4-6a3e-5f7d-9b8c-41e0a7735c92'

/** Writes the board as one blueprint, with the register of threats, controls and risks beside it. */
export const writeCyclonedx: Writer = {
  format: FORMAT,
  write: (model) => {
    const kept = keptBoardIn(model.meta)
    const first = documentFor(model, kept)
    // What came from elsewhere may be anything; what is written can be read.
    const isPlain = Object.values(kept).every((part) => Object.keys(part).length === 0)
    const fits = isPlain || documentOf(first.body).ok
    const { body, account } = fits ? first : documentFor(model, {})
    const { specFormat, specVersion, ...rest } = body
    const serialNumber = `urn:uuid:${v5(JSON.stringify(body), NAME_SPACE)}`
    const content = `${JSON.stringify({ specFormat, specVersion, serialNumber, version: 1, ...rest }, null, 2)}\n`
    const name = fileName(model.meta.title, '.cdx.json')
    const report = [...(fits ? [] : [KEPT_DOES_NOT_FIT]), ...account.report]
    return { files: [{ name, type: 'application/vnd.cyclonedx+json', content }], report }
  },
}

function documentFor(model: Model, keptBoard: KeptBoard): Readonly<{ body: Fields; account: Account }> {
  const refs = new References()
  refs.take(keptBoard)
  const relations = relationsIn(model.links)
  for (const kind of ['segments', 'components', 'links', 'threats', 'mitigations', 'risks'] as const) {
    for (const record of model[kind]) if (!relations.has(record.id)) refs.give(record)
  }
  const changed = new Map<string, string>()
  const written = <K extends ElementKind>(kind: K, record: RecordOf[K], element: Fields): Fields => {
    const settled = refs.settled(element)
    if (settled.isChanged)
      changed.set(record.id, 'a part of it has another bom-ref, since something else has the same')
    const others = settled.element['properties']
    const properties = [...(Array.isArray(others) ? (others as unknown[]) : []), recordProperty(kind, record)]
    return { ...settled.element, properties }
  }
  const refOf = (id: string) => refs.of(id) ?? id
  const vendors = new Map(model.vendors.map(({ id, name }) => [id, name]))
  const vendorName = (id: string) => vendors.get(id) ?? ''
  const nodes = (list: string) =>
    model.components
      .filter((component) => nodeListOf(component) === list)
      .map((component) =>
        written('components', component, nodeOf(component, refOf(component.id), refs.of, vendorName)),
      )
  const threats = (isRisk: boolean) =>
    model.threats
      .filter((threat) => isRiskThere(threat) === isRisk)
      .map((threat) =>
        written('threats', threat, threatOf(threat, refOf(threat.id), refs.of(idIn(threat.on)))),
      )

  const { root = {}, ...rest } = keptBoard
  const blueprint = {
    ...rest.blueprint,
    name: model.meta.title || UNTITLED,
    ...(model.meta.description === '' ? {} : { description: model.meta.description }),
    modelTypes: rest.blueprint?.['modelTypes'] ?? DEFAULT_MODEL_TYPES,
    ...filled({
      zones: model.segments.map((segment) =>
        written('segments', segment, zoneOf(segment, refOf(segment.id), refs.of)),
      ),
      assets: nodes('assets'),
      dataStores: nodes('dataStores'),
      actors: nodes('actors'),
      flows: model.links
        .filter(({ id }) => !relations.has(id))
        .map((link) => written('links', link, flowOf(link, refOf(link.id), refs.of))),
      relationships: model.links.flatMap((link) => relationshipOf(link, relations, refs)),
    }),
  }
  const parts = {
    threats: { ...rest.threats, ...filled({ threats: threats(false) }) },
    risks: {
      ...rest.risks,
      ...filled({
        risks: [...listIn(rest.risks?.['risks']), ...threats(true), ...risksOf(model, refs, written)],
      }),
    },
    controls: controlsOf(model, refs, written),
  }
  const board = packBoard({ ...model, links: model.links.filter(({ id }) => relations.has(id)) }, [
    ...BOARD_KINDS,
    ...(relations.size === 0 ? [] : (['links'] as const)),
  ])
  const account = new Account()
  const body = settleKept(
    {
      specFormat: 'CycloneDX',
      specVersion: '2.0',
      ...root,
      blueprints: [blueprint],
      ...Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)),
      properties: [...listIn(root['properties']), boardProperty(board)],
    },
    account,
  )
  tellRecords(model, changed, account)
  return { body, account }
}

type Written = <K extends ElementKind>(kind: K, record: RecordOf[K], element: Fields) => Fields

function controlsOf(model: Model, refs: References, written: Written): readonly Fields[] {
  const componentsOf = byVendor(model.components)
  return model.mitigations.map((mitigation) => {
    const element = controlOf(
      mitigation,
      refs.of(mitigation.id) ?? mitigation.id,
      appliesTo(mitigation, refs.of, componentsOf),
    )
    return written('mitigations', mitigation, element)
  })
}

function risksOf(model: Model, refs: References, written: Written): readonly Fields[] {
  const componentsOf = byVendor(model.components)
  const products = new Map(model.components.map(({ id, product }) => [id, product]))
  const treating = new Map<string, string[]>()
  for (const { id, treats } of model.mitigations) {
    for (const risk of new Set(treats)) treating.set(risk, [...(treating.get(risk) ?? []), refs.of(id) ?? id])
  }
  return model.risks.map((risk) => {
    const { on } = risk
    const ids =
      'component' in on
        ? [on.component]
        : componentsOf(on.vendor).filter(
            (id) => typeof on.product !== 'string' || products.get(id) === on.product,
          )
    const affects = ids.flatMap((id) => refs.of(id) ?? [])
    return written(
      'risks',
      risk,
      riskOf(risk, refs.of(risk.id) ?? risk.id, affects, treating.get(risk.id) ?? []),
    )
  })
}

/** The links that are written as relationships, by id; of those that would say the same only the first. */
function relationsIn(
  links: readonly Link[],
): ReadonlyMap<string, NonNullable<ReturnType<typeof relationOf>>> {
  const said = new Set<string>()
  return new Map(
    links.flatMap((link) => {
      const relation = relationOf(link)
      if (relation === null || link.from === null || link.to === null) return []
      const key = JSON.stringify([relation.kind, relation.type, link.from, link.to])
      if (said.has(key)) return []
      said.add(key)
      return [[link.id, relation]]
    }),
  )
}

function relationshipOf(
  link: Link,
  relations: ReturnType<typeof relationsIn>,
  refs: References,
): readonly Fields[] {
  const relation = relations.get(link.id)
  if (relation === undefined || link.from === null || link.to === null) return []
  const { kind, ...custom } = relation
  const targets = [refs.of(link.to) ?? link.to]
  return [
    { ref: refs.of(link.from) ?? link.from, [kind]: kind === 'custom' ? [{ ...custom, targets }] : targets },
  ]
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** Without the lists that are empty. */
const filled = (lists: Readonly<Record<string, readonly unknown[]>>): Fields =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))

function tellRecords(model: Model, changed: ReadonlyMap<string, string>, account: Account): void {
  const tell = (kind: Kind, id: string) => account.tell(kind, id, [changed.get(id) ?? []].flat())
  for (const kind of KINDS) for (const { id } of model[kind]) tell(kind, id)
}
