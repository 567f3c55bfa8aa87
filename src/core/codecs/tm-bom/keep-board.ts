import { isFields } from '../../model/issues.ts'
import { inOrder, isSameData } from '../edits.ts'
import { foreignOf } from '../extension.ts'
import type { Fields } from '../kept.ts'
import type { Account } from '../report.ts'
import type { Document } from './document.ts'
import { fieldsOf, FORMAT } from './elements.ts'
import { type Extension, EXTENSION_NAME } from './own.ts'
import type { Item, ListName } from './schemas.ts'
import { VERSION } from './scope.ts'

/** What a file has beside its elements, kept with the board so that writing a TM-BOM again has it. */

const OF_FILE = [
  'version',
  'frozen',
  'released_at',
  'product_release_date',
  'release_docs_link',
  'reviewed_at',
  'repo_link',
] as const
const KEPT_LISTS = ['trust_boundaries', 'data_sets', 'diagrams', 'assumptions', 'threat_personas'] as const
const CALLED: Readonly<Record<(typeof KEPT_LISTS)[number], string>> = {
  trust_boundaries: 'trust boundary',
  data_sets: 'data set',
  diagrams: 'diagram',
  assumptions: 'assumption',
  threat_personas: 'threat persona',
}

/** What is kept; nothing of what we made up ourselves, since the format demands it. */
export function keptBoardOf(document: Document, ratings: readonly Item<'risks'>[], made: Extension): Fields {
  const { root, lists } = document
  const { title: _title, ...scope } = root.scope
  const extensions = othersOf(root.extensions)
  const version = root.version === VERSION && made.board !== undefined ? undefined : root.version
  return defined({
    ...Object.fromEntries(OF_FILE.map((name) => [name, root[name]])),
    version,
    scope: isSameData(scope, made.scope) ? undefined : scope,
    ...Object.fromEntries(
      KEPT_LISTS.map((name) => {
        const items = lists[name] as readonly Fields[]
        const others = items.filter(
          (item) => name !== 'threat_personas' || item['symbolic_name'] !== made.unspecified,
        )
        return [name, others.length === 0 ? undefined : others.map((item) => known(item, name))]
      }),
    ),
    risks: ratings.length === 0 ? undefined : ratings.map((risk) => known(risk, 'risks')),
    extensions: Object.keys(extensions).length === 0 ? undefined : extensions,
  })
}

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** The same of a model; nothing where it is none, since a model may come from anywhere. */
export function keptBoardIn(meta: object): Fields {
  const kept = inOrder(foreignOf(meta, FORMAT)) as Fields
  const names: readonly string[] = ['scope', ...OF_FILE, ...KEPT_LISTS, 'risks', 'extensions']
  return Object.fromEntries(names.flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])))
}

/** Only the fields that the schema has. */
function known(item: Fields, list: ListName): Fields {
  const names = fieldsOf(list)
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)))
}

function othersOf(extensions: unknown): Fields {
  if (!isFields(extensions)) return {}
  const { [EXTENSION_NAME]: _ours, ...others } = extensions
  return others
}

/** Tells what was kept, item by item. */
export function tellKept(
  document: Document,
  ratings: readonly Item<'risks'>[],
  unspecified: string | null,
  account: Account,
): void {
  const { lists, root } = document
  const zones = new Set(lists.trust_zones.map(({ symbolic_name }) => symbolic_name))
  const isDrawn = (item: Fields) =>
    zones.has(String(item['trust_zone_a'])) && zones.has(String(item['trust_zone_b']))
  account.carried('scope', 'scope')
  for (const name of KEPT_LISTS) {
    for (const [nth, item] of (lists[name] as readonly Fields[]).entries()) {
      const at = placeOf(item, name, nth)
      const isOurs = name === 'threat_personas' && at === unspecified
      const words = name === 'trust_boundaries' && isDrawn(item) ? OF_BOUNDARIES : WORDS
      account.tell(CALLED[name], at, isOurs ? [] : [words])
    }
  }
  for (const { symbolic_name, threats } of ratings) {
    const about = threats.length === 0 ? 'no threat of the file' : `the threats ${threats.join(', ')}`
    account.changed('risk', symbolic_name, `rates ${about}: kept with the board, and no risk of a vendor`)
  }
  for (const name of Object.keys(othersOf(root.extensions))) account.changed('extension', name, WORDS)
}

/** What a person finds it by: its name, the zones on its sides, or its number. */
function placeOf(item: Fields, list: string, nth: number): string {
  const { symbolic_name: name, trust_zone_a: a, trust_zone_b: b } = item
  if (typeof name === 'string') return name
  return typeof a === 'string' && typeof b === 'string' ? `${a} / ${b}` : `${list}[${nth}]`
}

const WORDS = 'kept with the board for TM-BOM, and not shown on it'
const OF_BOUNDARIES = 'is where the segments on its sides meet; what it asks for is kept with the board'
