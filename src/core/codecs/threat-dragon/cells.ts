import { isExternal } from '../../catalogue/defaults.ts'
import { functionById } from '../../catalogue/functions.ts'
import { interfaceById } from '../../catalogue/interfaces.ts'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import type { Component, Kind, Link, Note, Point, RecordOf, Segment, Vendor } from '../../model/records.ts'
import { EXTENSION, foreignOf, packRecord } from '../extension.ts'
import { type Fields, fieldsIn, listIn, numberIn, textIn } from '../loose.ts'
import { FORMAT, type NodeType, shapeOf } from './terms.ts'

/** The cells that stand for our records, as Threat Dragon draws them. Places are in the diagram. */

/** Cells have ids of two characters or more. */
const SHORT = 'ringfence-'
export const cellIdOf = (id: string): string => (id.length < 2 || id.startsWith(SHORT) ? `${SHORT}${id}` : id)
export const recordIdOf = (cell: string): string => (cell.startsWith(SHORT) ? cell.slice(SHORT.length) : cell)

/** Functions that above all keep data. */
const STORES: ReadonlySet<string> = new Set([
  ...['udr', 'udsf', 'adrf', 'nf-db', 'hss', 'hlr', 'vlr', 'auc', 'eir', 'eir-5g', 'slf', 'mnp-db', 'rdhi'],
  ...['storage', 'container-registry', 'sw-repo', 'oss-inventory', 'log-server', 'backup', 'sim-platform'],
])

function nodeTypeOf({ function: functionId, untrusted }: Component): NodeType {
  if (untrusted ?? isExternal(functionId)) return 'tm.Actor'
  return functionId !== null && STORES.has(functionId) ? 'tm.Store' : 'tm.Process'
}

/** A process is drawn as a circle, and a circle of this size stays within a segment that our component just fits in. */
const CIRCLE: Point = [96, 96]

const DEFAULTS: Readonly<Record<string, Fields>> = {
  'tm.Process': {
    handlesCardPayment: false,
    handlesGoodsOrServices: false,
    isWebApplication: false,
    privilegeLevel: '',
  },
  'tm.Store': {
    isALog: false,
    isEncrypted: false,
    isSigned: false,
    storesCredentials: false,
    storesInventory: false,
  },
  'tm.Actor': { providesAuthentication: false },
}

const IN_SCOPE = { outOfScope: false, reasonOutOfScope: '' }

const isOpen = (threat: Fields): boolean => textIn(threat['status']).toLowerCase() === 'open'

const extension = <K extends Kind>(kind: K, record: RecordOf[K]) => ({
  [EXTENSION]: packRecord(kind, record),
})

const pointOf = ([x, y]: Point) => ({ x, y })
const sizeOf = ([width, height]: Point) => ({ width: Math.max(10, width), height: Math.max(10, height) })

/** What the pen of an element says: that something is open, and that nobody looks at it. */
const penOf = (hasOpenThreats: boolean, data: Fields) => ({
  stroke: hasOpenThreats ? 'red' : '#333333',
  strokeWidth: hasOpenThreats ? 2.5 : 1.5,
  strokeDasharray: data['outOfScope'] === true ? '4 3' : null,
})

/** `at` is the upper left corner of our component in the diagram. The ports of a node are those of its shape. */
export function nodeCell(
  component: Component,
  at: Point,
  threats: readonly Fields[],
  vendors: ReadonlyMap<string, Vendor>,
): Fields {
  const foreign = foreignOf(component, FORMAT)
  const type = textIn(foreign['type']) || nodeTypeOf(component)
  const kept = listIn(foreign['size']).map(numberIn)
  const own = type === 'tm.Process' ? CIRCLE : COMPONENT_SIZE
  const size: Point = [kept[0] ?? own[0], kept[1] ?? own[1]]
  const hasOpenThreats = threats.some(isOpen)
  const data = {
    type,
    name: component.name,
    description: describe(component, vendors),
    ...IN_SCOPE,
    ...DEFAULTS[type],
    ...fieldsIn(foreign['data']),
    hasOpenThreats,
    threats,
    ...extension('components', component),
  }
  const pen = penOf(hasOpenThreats, data)
  const lines = type === 'tm.Store' ? { topLine: pen, bottomLine: pen } : { body: pen }
  const id = cellIdOf(component.id)
  return {
    position: {
      x: at[0] + COMPONENT_SIZE[0] / 2 - size[0] / 2,
      y: at[1] + COMPONENT_SIZE[1] / 2 - size[1] / 2,
    },
    size: sizeOf(size),
    attrs: { text: { text: component.name }, ...lines },
    visible: true,
    shape: shapeOf(type),
    id,
    zIndex: 1,
    data,
  }
}

/** What Threat Dragon has no fields for and a reader of its reports wants to know. */
function describe(
  { function: of, vendor, product, version }: Component,
  vendors: ReadonlyMap<string, Vendor>,
) {
  const what = of === null ? undefined : functionById(of)?.fullName
  const made = [vendors.get(vendor ?? '')?.name, product, version].filter(Boolean).join(' ')
  return [what, made].filter(Boolean).join('\n')
}

/** Boundaries lie behind all else: their `zIndex` is below nought. */
export function boxCell(segment: Segment, at: Point, zIndex: number): Fields {
  return {
    position: pointOf(at),
    size: sizeOf(segment.size),
    attrs: { label: { text: segment.name } },
    visible: true,
    shape: 'trust-boundary-box',
    id: cellIdOf(segment.id),
    zIndex,
    data: {
      type: 'tm.BoundaryBox',
      name: segment.name,
      description: '',
      ...fieldsIn(foreignOf(segment, FORMAT)['data']),
      isTrustBoundary: true,
      hasOpenThreats: false,
      ...extension('segments', segment),
    },
  }
}

const LABEL_MARKUP = [
  { tagName: 'ellipse', selector: 'labelBody' },
  { tagName: 'text', selector: 'labelText' },
]
const labelsOf = (text: string) => [
  {
    markup: LABEL_MARKUP,
    attrs: {
      labelText: { text, textAnchor: 'middle', textVerticalAnchor: 'middle' },
      labelBody: { ref: 'labelText', refRx: '50%', refRy: '60%', fill: '#fff', strokeWidth: 0 },
    },
    position: { distance: 0.5, args: { keepGradient: true, ensureLegibility: true } },
  },
]

const bendsIn = (value: unknown, [x, y]: Point) =>
  listIn(value).flatMap((bend) => {
    const [right, down] = listIn(bend).map(numberIn)
    if (typeof right !== 'number' || typeof down !== 'number') return []
    return [{ x: x + right, y: y + down }]
  })

/** What people write where there is no protection. */
const NO_PROTECTION: ReadonlySet<string> = new Set(['', 'none', 'no', 'nil', 'unprotected', 'cleartext'])
const isProtected = (words: string): boolean => !NO_PROTECTION.has(words.replace(/\W+/g, '').toLowerCase())

/** `middle` lies half way between the ends in the diagram: bends are kept as they lie from there. */
export function flowCell(link: Link, middle: Point, threats: readonly Fields[]): Fields {
  const foreign = foreignOf(link, FORMAT)
  const name = link.name ?? interfaceById(link.interface)?.name ?? ''
  const hasOpenThreats = threats.some(isOpen)
  const isBidirectional = link.direction === 'both'
  const data = {
    type: 'tm.Flow',
    name,
    description: '',
    ...IN_SCOPE,
    isPublicNetwork: false,
    protocol: interfaceById(link.interface)?.protocol ?? '',
    ...fieldsIn(foreign['data']),
    isBidirectional,
    isEncrypted: link.protection !== null && isProtected(link.protection),
    hasOpenThreats,
    threats,
    ...extension('links', link),
  }
  const line = {
    ...penOf(hasOpenThreats, data),
    targetMarker: { name: 'block' },
    sourceMarker: { name: isBidirectional ? 'block' : '' },
  }
  return {
    shape: 'flow',
    attrs: { line },
    width: 200,
    height: 100,
    zIndex: 10,
    labels: labelsOf(name),
    connector: 'smooth',
    data,
    id: cellIdOf(link.id),
    source: { cell: cellIdOf(link.from ?? '') },
    target: { cell: cellIdOf(link.to ?? '') },
    vertices: bendsIn(foreign['bends'], middle),
  }
}

/** Words, or the trust boundary curve that the note stands for. */
export function noteCell(note: Note, at: Point): Fields {
  const foreign = foreignOf(note, FORMAT)
  const id = cellIdOf(note.id)
  const data = {
    name: note.text,
    ...fieldsIn(foreign['data']),
    hasOpenThreats: false,
    ...extension('notes', note),
  }
  const points = bendsIn(foreign['curve'], at)
  if (points.length < 2) {
    return {
      position: pointOf(at),
      size: sizeOf(note.size),
      attrs: { text: { text: note.text } },
      visible: true,
      shape: 'td-text-block',
      id,
      zIndex: 11,
      data: { type: 'tm.Text', ...data },
    }
  }
  const name = note.text === CURVE_TEXT ? '' : note.text
  const whole = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) })
  return {
    shape: 'trust-boundary-curve',
    attrs: { line: { targetMarker: '', sourceMarker: '' } },
    width: 200,
    height: 100,
    zIndex: 10,
    labels: labelsOf(name),
    connector: 'smooth',
    data: { description: '', ...data, type: 'tm.Boundary', name, isTrustBoundary: true },
    id,
    source: whole(points[0] as { x: number; y: number }),
    target: whole(points.at(-1) as { x: number; y: number }),
    vertices: points.slice(1, -1),
  }
}

/** What a note says that stands for a trust boundary curve without a name. */
export const CURVE_TEXT = 'Trust boundary'
