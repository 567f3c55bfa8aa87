import { fight } from '../../catalogue/fight.ts'
import { lazy } from '../../catalogue/lazy.ts'
import { segmentById } from '../../catalogue/segments.ts'
import type { NetworkFunction, NetworkInterface } from '../../catalogue/types.ts'
import type { Plane } from '../../model/terms.ts'
import { BY_PART, BY_PLANE, NAMED, type Tie } from './suggestion.ts'

// FiGHT says of a technique in which of its segments and on which platforms it is met, and what it is after. How these
// words answer to the catalogue's is written here and told in every `why`; what answers to none ties nothing.

/** Parts of the catalogue by the segment of FiGHT that answers to them. */
const SEGMENT_OF_PART: Readonly<Record<string, string>> = {
  device: 'UE',
  ran: 'RAN',
  interconnect: 'Roaming',
  virtualisation: 'Virtualization',
  management: 'OA&M',
  security: 'ICAM',
  'supply-chain': 'Supply Chain',
}

/** The 5G core has no segment in FiGHT, which parts it by planes, yet it is one of its platforms. */
const CORE_PLATFORM = /^(5g )?core( network| platform)?$/i

/** Segments of FiGHT for which the catalogue has single functions, and no part. */
const SEGMENT_OF_FUNCTION: Readonly<Record<string, readonly string[]>> = {
  'O-RAN': [
    'o-ru',
    'gnb-du',
    'gnb-cu',
    'gnb-cu-cp',
    'gnb-cu-up',
    'near-rt-ric',
    'non-rt-ric',
    'xapp',
    'rapp',
    'smo',
    'o-cloud',
  ],
  'Network Slice': ['nssf', 'nssaaf', 'nsacf', 'nsmf'],
  MEC: ['mec-host', 'mec-platform', 'mec-orchestrator'],
  'Cloud Service Provider': ['public-cloud'],
}

const SEGMENT_OF_PLANE: Readonly<Partial<Record<Plane, string>>> = {
  management: 'OA&M',
  control: 'Control Plane',
  signalling: 'Control Plane',
  user: 'User Plane',
}

/** Techniques that name the function, then those of its segments. */
export function fightForFunction(fn: NetworkFunction): Tie[] {
  const segments = Object.entries(SEGMENT_OF_FUNCTION).filter(([, ids]) => ids.includes(fn.id))
  return [
    ...namedBy([fn.name, ...fn.aliases], fn.name),
    ...segments.flatMap(([segment]) => ofSegment(segment, fn.name, BY_PART)),
    ...fightForPart(fn.segment),
  ]
}

export function fightForInterface({ name }: NetworkInterface): Tie[] {
  return namedBy([name], name)
}

/** Techniques of a part of the catalogue (`segments[].kind` of a model). */
export function fightForPart(part: string): Tie[] {
  const name = segmentById(part)?.name ?? part
  const segment = SEGMENT_OF_PART[part]
  if (segment !== undefined) return ofSegment(segment, name, BY_PART)
  if (part !== 'core-5g') return []
  return fight.techniques.flatMap(({ id, platforms }) => {
    const platform = platforms.find((each) => CORE_PLATFORM.test(each))
    return platform === undefined
      ? []
      : [{ technique: id, why: `${name}: FiGHT names the platform “${platform}”`, rank: BY_PART }]
  })
}

/** `what` lies on the plane: a link, or the link of a component. */
export function fightForPlane(plane: Plane, what: string): Tie[] {
  const segment = SEGMENT_OF_PLANE[plane]
  return segment === undefined ? [] : ofSegment(segment, `${what} (${plane} plane)`, BY_PLANE)
}

function ofSegment(segment: string, what: string, rank: number): Tie[] {
  return fight.techniques.flatMap(({ id, segments }) =>
    segments.includes(segment)
      ? [{ technique: id, why: `${what}: FiGHT places it in its segment “${segment}”`, rank }]
      : [],
  )
}

function namedBy(names: readonly string[], what: string): Tie[] {
  const wanted = new Set(names.flatMap((name) => namesIn(name)))
  return mentions().flatMap(({ technique, as, text, names: named }) =>
    named.some((name) => wanted.has(name))
      ? [{ technique, why: `${what}: FiGHT names the ${as} “${text}”`, rank: NAMED }]
      : [],
  )
}

const mentions = lazy(() =>
  fight.techniques.flatMap(({ id, criticalAssets, platforms }) => [
    ...criticalAssets.map((text) => ({ technique: id, as: 'critical asset', text, names: namesIn(text) })),
    ...platforms.map((text) => ({ technique: id, as: 'platform', text, names: namesIn(text) })),
  ]),
)

/**
 * The things that a short text lists: `O-DU, O-RU`, `NRF and NFs`, `DNS servers`. Only whole ones count, so that what FiGHT
 * says of “UE location” is not taken for something about every UE.
 */
function namesIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/, | and | & | \/ |\+|\(|\)/)
    .map((part) =>
      part
        .trim()
        .replace(/ (servers?|tools?|functionality)$/, '')
        .replace(/(?<=[a-z])s$/, ''),
    )
    .filter(Boolean)
}
