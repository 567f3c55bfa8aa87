import { nameType } from '../../model/issues.ts'
import { type Parsed, type Problem, refused } from '../../model/problem.ts'
import { FARTHEST } from '../../model/reach.ts'
import type { Point } from '../../model/records.ts'
import { type Fields, fieldsIn, isObject, listIn, numberIn, textIn } from '../loose.ts'

/** A file of Open Threat Model taken apart. */
export type OtmFile = Readonly<{
  project: Fields
  representations: readonly Fields[]
  /** The id of the representation that says where most things stand; null where none does. */
  diagram: string | null
  assets: readonly Fields[]
  zones: readonly Element[]
  components: readonly Element[]
  flows: readonly Flow[]
  threats: readonly Definition[]
  mitigations: readonly Definition[]
}>

export type Parent = Readonly<{ kind: 'zone' | 'component'; id: string }>

/** A trust zone or component. */
export type Element = Readonly<{
  /** Its place in the file. */
  at: string
  id: string
  name: string
  parent: Parent | null
  /** Where it stands in the diagram, from the corner of its parent; null where the file does not say. */
  drawn: Readonly<{ pos: Point; size: Point | null }> | null
  fields: Fields
}>

export type Flow = Readonly<{ at: string; id: string; source: string; destination: string; fields: Fields }>

/** A threat or mitigation as such, that elements have instances of. */
export type Definition = Readonly<{ at: string; id: string; fields: Fields }>

/** A file of that format may be damaged and still be meant as one. */
export const isOtm = (value: unknown): value is Fields => isObject(value) && 'otmVersion' in value

const LISTS = [
  ['representations', 'representations'],
  ['assets', 'assets'],
  ['trustZones', 'trust zones'],
  ['components', 'components'],
  ['dataflows', 'data flows'],
  ['threats', 'threats'],
  ['mitigations', 'mitigations'],
] as const

/** Takes a parsed file apart, or says what of it is no Open Threat Model. */
export function takeApart(value: unknown): Parsed<OtmFile> {
  const file = fieldsIn(value)
  const problems = problemsOf(file)
  if (problems.length > 0) return refused(...problems)
  const objects = (name: string) =>
    listIn(file[name]).flatMap((item, index) => (isObject(item) ? [{ item, at: `${name}[${index}]` }] : []))
  const representations = objects('representations').map(({ item }) => item)
  const drawn = [...objects('trustZones'), ...objects('components')].map(({ item }) => item)
  const diagram = mostDrawn(drawn, representations)
  const elements = (name: string) => objects(name).map(({ item, at }) => readElement(item, at, diagram))
  const definitions = (name: string): Definition[] =>
    objects(name).map(({ item, at }) => ({ at, id: textIn(item['id']), fields: item }))
  return {
    ok: true,
    value: {
      project: fieldsIn(file['project']),
      representations,
      diagram,
      assets: objects('assets').map(({ item }) => item),
      zones: elements('trustZones'),
      components: elements('components'),
      flows: objects('dataflows').map(({ item, at }) => ({
        at,
        id: textIn(item['id']),
        source: textIn(item['source']),
        destination: textIn(item['destination']),
        fields: item,
      })),
      threats: definitions('threats'),
      mitigations: definitions('mitigations'),
    },
  }
}

const MOST_PROBLEMS = 20

function problemsOf(file: Fields): Problem[] {
  const version = textIn(file['otmVersion'])
  const major = Number(/^(\d+)(\.|$)/.exec(version)?.[1] ?? Number.NaN)
  if (Number.isNaN(major)) {
    const message = 'expected the version of Open Threat Model, as “0.2.0”'
    return [{ code: 'bad-version', at: 'otmVersion', message }]
  }
  if (major > 0) {
    const message = `is ${version}, a newer version of Open Threat Model than can be read (0.2)`
    return [{ code: 'newer-version', at: 'otmVersion', message }]
  }
  const problems: Problem[] = []
  const project = file['project']
  if (!isObject(project)) {
    const isMissing = project === undefined || project === null
    const message = `${isMissing ? 'is missing; ' : ''}an Open Threat Model names its project`
    problems.push({ code: isMissing ? 'missing' : 'wrong-type', at: 'project', message })
  }
  for (const [name, what] of LISTS) {
    const list = file[name]
    if (list === undefined || list === null) continue
    if (!Array.isArray(list)) {
      const message = `an Open Threat Model has a list of ${what} here, found ${nameType(list)}`
      problems.push({ code: 'wrong-type', at: name, message })
      continue
    }
    for (const [index, item] of list.entries()) {
      if (isObject(item) || problems.length >= MOST_PROBLEMS) continue
      const message = `expected an object, found ${nameType(item)}`
      problems.push({ code: 'wrong-type', at: `${name}[${index}]`, message })
    }
  }
  return problems
}

function readElement(item: Fields, at: string, diagram: string | null): Element {
  const shape = listIn(item['representations'])
    .map(fieldsIn)
    .find((one) => diagram !== null && textIn(one['representation']) === diagram && positionIn(one) !== null)
  const pos = shape === undefined ? null : positionIn(shape)
  return {
    at,
    id: textIn(item['id']),
    name: textIn(item['name']),
    parent: readParent(item['parent']),
    drawn: shape === undefined || pos === null ? null : { pos, size: sizeIn(shape) },
    fields: item,
  }
}

/** `{trustZone}` or `{component}`, or as an early draft had it, `{type, id}`. */
function readParent(value: unknown): Parent | null {
  const { trustZone, component, type, id } = fieldsIn(value)
  if (textIn(trustZone) !== '') return { kind: 'zone', id: textIn(trustZone) }
  if (textIn(component) !== '') return { kind: 'component', id: textIn(component) }
  if (textIn(id) === '') return null
  return { kind: textIn(type) === 'component' ? 'component' : 'zone', id: textIn(id) }
}

/** Places are added up along parents; each is held well within the reach of the board. */
const within = (value: number, least = -FARTHEST / 8): number =>
  Math.max(least, Math.min(FARTHEST / 8, value))

function positionIn(shape: Fields): Point | null {
  const { x, y } = fieldsIn(shape['position'])
  const [left, top] = [numberIn(x), numberIn(y)]
  return left === null || top === null ? null : [within(left), within(top)]
}

function sizeIn(shape: Fields): Point | null {
  const { width, height } = fieldsIn(shape['size'])
  const [wide, high] = [numberIn(width), numberIn(height)]
  return wide === null || high === null ? null : [within(wide, 1), within(high, 1)]
}

/** Of those that give places, the one that gives most; of equals the first. */
function mostDrawn(elements: readonly Fields[], representations: readonly Fields[]): string | null {
  const counts = new Map(representations.map(({ id }) => [textIn(id), 0]))
  for (const element of elements) {
    for (const shape of listIn(element['representations']).map(fieldsIn)) {
      const id = textIn(shape['representation'])
      if (positionIn(shape) !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  let most: string | null = null
  for (const [id, count] of counts) if (count > (most === null ? 0 : (counts.get(most) ?? 0))) most = id
  return most
}
