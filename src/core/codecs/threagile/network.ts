import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type { Component, Link, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { withForeign } from '../extension.ts'
import { entriesIn, type Fields, isObject, wordIn, wordsIn } from '../loose.ts'
import type { Places } from './places.ts'

/** An element of the file under its title; `id` is its own, or the title where it has none. */
type Element = Readonly<{ title: string; id: string; fields: Fields }>

export const elementsIn = (value: unknown): readonly Element[] =>
  entriesIn(value).map(([title, each]) => {
    const fields = isObject(each) ? each : {}
    return { title, id: wordIn(fields['id']) || title, fields }
  })

/** Trust boundaries as segments; gives the segment in which each asset lies. */
export function addBoundaries(draft: Draft, file: Fields, places: Places): ReadonlyMap<string, string> {
  const boundaries = elementsIn(file['trust_boundaries']).map((each) => ({
    ...each,
    segment: places.noteBoundary(each.id),
  }))
  const parents = new Map<string, string>()
  const homes = new Map<string, string>()
  for (const { segment, title, id, fields } of boundaries) {
    const changes: string[] = []
    const put = (what: string, inside: string, target: string | null, into: Map<string, string>) => {
      if (target === null) changes.push(`names ${what} ${inside}, which is not in the file`)
      else if (into.has(target)) changes.push(`holds ${what} ${inside}, which lies in another one already`)
      else into.set(target, segment)
    }
    for (const inside of wordsIn(fields['trust_boundaries_nested']))
      put('boundary', inside, places.boundary(inside), parents)
    for (const inside of wordsIn(fields['technical_assets_inside']))
      put('asset', inside, places.asset(inside), homes)
    draft.account.tell('trust boundary', id || title, changes)
  }
  for (const { segment, title, fields } of boundaries) {
    const { id: _id, trust_boundaries_nested: _nested, technical_assets_inside: _inside, ...kept } = fields
    const record: Segment = {
      id: segment,
      name: title,
      kind: null,
      parent: parents.get(segment) ?? null,
      zone: null,
      pos: [0, 0],
      size: [320, 240],
    }
    draft.add('segments', withForeign(record, 'threagile', kept), 'trust boundary')
  }
  return homes
}

/** Shared runtimes as components of their own; gives the one on which each asset runs. */
export function addRuntimes(draft: Draft, file: Fields, places: Places): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>()
  for (const { title, id, fields } of elementsIn(file['shared_runtimes'])) {
    const changes: string[] = []
    const host = places.noteRuntime(id)
    for (const running of wordsIn(fields['technical_assets_running'])) {
      const asset = places.asset(running)
      if (asset === null) changes.push(`names asset ${running}, which is not in the file`)
      else if (hosts.has(asset)) changes.push(`runs asset ${running}, which runs on another one already`)
      else hosts.set(asset, host)
    }
    const { id: _id, technical_assets_running: _running, ...kept } = fields
    const record = withForeign({ id: host, ...BLANK_COMPONENT, name: title }, 'threagile', kept)
    if (!draft.add('components', record, 'shared runtime', id)) continue
    draft.isForeign(host, 'shared-runtime', title)
    draft.account.tell('shared runtime', id, changes)
  }
  return hosts
}

/** Technical assets as components. What they are for, and what it would cost to lose them, is kept with them. */
export function addAssets(
  draft: Draft,
  file: Fields,
  {
    ids,
    homes,
    hosts,
  }: Readonly<{
    /** Components in the order of the file. */
    ids: readonly string[]
    homes: ReadonlyMap<string, string>
    hosts: ReadonlyMap<string, string>
  }>,
): void {
  const secret = secretData(file)
  elementsIn(file['technical_assets']).forEach(({ title, id, fields }, nth) => {
    const component = ids[nth] ?? ''
    const { id: _id, communication_links: _links, ...kept } = fields
    const held = [...wordsIn(fields['data_assets_stored']), ...wordsIn(fields['data_assets_processed'])]
    const isOutside = wordIn(fields['type']) === 'external-entity'
    const onInternet = fields['internet'] === true
    const record: Component = {
      id: component,
      ...BLANK_COMPONENT,
      name: title,
      segment: homes.get(component) ?? null,
      host: hosts.get(component) ?? null,
      // Nothing below the highest: it could be less than what a network function is worth by itself.
      criticality: isMostCritical(fields) ? 'critical' : null,
      untrusted: isOutside && onInternet ? true : null,
      exposedEdge: !isOutside && onInternet ? true : null,
      sensitiveData: held.some((asset) => secret.has(asset)),
    }
    if (!draft.add('components', withForeign(record, 'threagile', kept), 'technical asset', id)) return
    const [technology] = [...wordsIn(fields['technologies']), wordIn(fields['technology'])]
    draft.isForeign(component, technology || wordIn(fields['type']), title)
    draft.account.carried('technical asset', id)
  })
}

const isMostCritical = (fields: Fields): boolean =>
  wordIn(fields['integrity']) === 'mission-critical' ||
  wordIn(fields['availability']) === 'mission-critical' ||
  wordIn(fields['confidentiality']) === 'strictly-confidential'

const SECRET: ReadonlySet<string> = new Set(['confidential', 'strictly-confidential'])

const secretData = (file: Fields): ReadonlySet<string> =>
  new Set(
    elementsIn(file['data_assets']).flatMap(({ id, fields }) =>
      SECRET.has(wordIn(fields['confidentiality'])) ? [id] : [],
    ),
  )

/** Communication links, each from the asset that opens it. */
export function addLinks(draft: Draft, file: Fields, ids: readonly string[], places: Places): void {
  elementsIn(file['technical_assets']).forEach(({ id: asset, fields }, nth) => {
    for (const [title, value] of entriesIn(fields['communication_links'])) {
      const link = isObject(value) ? value : {}
      const { target: named, ...kept } = link
      const target = wordIn(named)
      const id = places.noteLink(asset, title)
      const found = places.asset(target)
      const to = found ?? draft.fresh('open-end')
      if (found === null) {
        draft.add('components', { id: to, ...BLANK_COMPONENT, name: '(open end)' })
        draft.isForeign(to, '', '(open end)')
      }
      const isAdministration = wordIn(link['usage']) === 'devops' && link['readonly'] !== true
      const record: Link = {
        id,
        ...BLANK_LINK,
        from: ids[nth] ?? null,
        to,
        name: title,
        plane: isAdministration ? 'management' : null,
        protection: protectionOf(link),
      }
      const at = `${asset}>${title}`
      if (!draft.add('links', withForeign(record, 'threagile', kept), 'communication link', at)) continue
      const words = `leads to ${target || 'nothing'}, which is not in the file: a component stands in for it`
      draft.account.tell('communication link', at, found === null ? [words] : [])
    }
  })
}

const ENCRYPTS = /(?:-encrypted|^(?:https|wss|ssh|ssh-tunnel|ftps|sftp|scp|ldaps))$/

/** What keeps others from listening; how the two know each other is kept with the link. */
function protectionOf(link: Fields): string | null {
  const protocol = wordIn(link['protocol'])
  const ways = [...(ENCRYPTS.test(protocol) ? [protocol] : []), ...(link['vpn'] === true ? ['VPN'] : [])]
  return ways.length === 0 ? null : ways.join(', ')
}
