import { attack } from '../../catalogue/attack.ts'
import { fight } from '../../catalogue/fight.ts'
import { lazy } from '../../catalogue/lazy.ts'
import { type Bundle, stixId } from './bundle.ts'

export type Technique = Readonly<{
  id: string
  name: string
  /** As files of MITRE name their own work. */
  source: 'mitre-attack' | 'mitre-fight'
  url: string
}>

/** What MITRE asks of whoever hands on a part of ATT&CK: its designation, and this licence. */
const ATTACK_LICENCE = `${attack._source.notice} The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK(R) for research, development, and commercial purposes. Any copy you make for such purposes is authorized provided that you reproduce MITRE's copyright designation and this license in any such copy.`
const FIGHT_NOTICE = `${fight._source.name}, ${fight._source.version}, licensed under the Apache License, Version 2.0. ${fight._source.notice} Changes: ${fight._source.changes}.`

const byId = lazy((): ReadonlyMap<string, Technique> => {
  const named = (source: Technique['source'], { id, name, url }: { id: string; name: string; url: string }) =>
    [id, { id, name, source, url }] as const
  return new Map([
    ...attack.techniques.map((each) => named('mitre-attack', each)),
    ...fight.techniques.map((each) => named('mitre-fight', each)),
  ])
})

/** What a threat names; null for STRIDE, for something of one's own and for what neither list holds. */
export const techniqueOf = (technique: string | null): Technique | null => byId().get(technique ?? '') ?? null

/** Where to read it up. */
export const referenceTo = ({ source, id, url }: Technique): object => ({
  source_name: source,
  url,
  external_id: id,
})

/** Adds the technique as an attack pattern, with the notices that go with it, and gives its id; the same on every board. */
export function addTechnique(bundle: Bundle, technique: Technique): string {
  const id = stixId('attack-pattern', technique.id)
  bundle.put({
    type: 'attack-pattern',
    id,
    name: technique.name,
    external_references: [referenceTo(technique)],
    object_marking_refs: addNotices(bundle, technique),
  })
  return id
}

/** FiGHT holds parts of ATT&CK, so it needs both. */
function addNotices(bundle: Bundle, { source }: Technique): string[] {
  const statements = source === 'mitre-fight' ? [FIGHT_NOTICE, ATTACK_LICENCE] : [ATTACK_LICENCE]
  return statements.map((statement) => {
    const id = stixId('marking-definition', statement)
    bundle.put({ type: 'marking-definition', id, definition_type: 'statement', definition: { statement } })
    return id
  })
}
