import { type RegisterName, REGISTERS, type RegisterView, UNFOLDED } from './register-store.ts'

/** A link comes from anywhere: what is longer than anybody types is left out. */
const MOST_CHARACTERS = 200
const MOST_VALUES = 50
const FACET = 'f.'

/** How a register is looked at as the part of a link behind the #: `table=risks&q=…&sort=-exposes&f.status=Open&group=vendor`. No key. */
export function writeRegisterLink(register: RegisterName, view: RegisterView): string {
  const said = new URLSearchParams({ table: register })
  if (view.query !== '') said.set('q', view.query)
  if (view.sort !== null) said.set('sort', `${view.sort.descending ? '-' : ''}${view.sort.column}`)
  for (const [column, values] of Object.entries(view.facets))
    for (const value of values) said.append(FACET + column, value)
  if (view.group !== null) {
    said.set('group', view.group)
    if (view.fold.all) said.set('fold', 'all')
    for (const value of view.fold.but) said.append(view.fold.all ? 'open' : 'folded', value)
  }
  return said.toString()
}

/** What a link says of a register; null where it says nothing of one. Never throws. */
export function readRegisterLink(
  hash: string,
): Readonly<{ register: RegisterName; view: RegisterView }> | null {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const register = REGISTERS.find((name) => name === said.get('table'))
  if (register === undefined) return null
  const query = (said.get('q') ?? '').slice(0, MOST_CHARACTERS)
  const sort = said.get('sort')
  const facets: Record<string, string[]> = {}
  for (const name of new Set(said.keys())) {
    if (!name.startsWith(FACET) || name === '__proto__' || name.length > MOST_CHARACTERS) continue
    facets[name.slice(FACET.length)] = valuesIn(said, name)
  }
  const descending = sort?.startsWith('-') ?? false
  const column = (descending ? sort?.slice(1) : sort)?.slice(0, MOST_CHARACTERS) ?? ''
  const group = said.get('group')?.slice(0, MOST_CHARACTERS) || null
  const all = said.get('fold') === 'all'
  const fold = group === null ? UNFOLDED : { all, but: valuesIn(said, all ? 'open' : 'folded') }
  return {
    register,
    view: { query, sort: column === '' ? null : { column, descending }, facets, group, fold },
  }
}

const valuesIn = (said: URLSearchParams, name: string): string[] =>
  said
    .getAll(name)
    .filter((value) => value.length <= MOST_CHARACTERS)
    .slice(0, MOST_VALUES)
