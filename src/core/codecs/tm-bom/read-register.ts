import type { CommentSubject, Threat } from '../../model/records.ts'
import { Allowance } from '../allowance.ts'
import { blankMitigation, blankThreat } from '../blanks.ts'
import { distinct, idIn, keyOf } from '../subjects.ts'
import { controlOf, readControl, readRisk, readThreat, riskOf, threatOf } from './elements.ts'
import { ownOf } from './own.ts'
import type { Reading, Registered } from './reading.ts'
import type { Item } from './schemas.ts'

type Planned<L extends 'threats' | 'controls'> = Readonly<{
  registered: Registered<L>
  /** What it is to or on; empty where the file names nothing: then it is the whole. */
  subjects: readonly CommentSubject[]
}>

/** Threats, controls and risks of a file, and what each is about. */
export type Register = Readonly<{
  threats: readonly Planned<'threats'>[]
  controls: readonly Planned<'controls'>[]
  /** Vendor risks: those that have a record of ours. */
  ownRisks: readonly Registered<'risks'>[]
  /** All others say how grave threats are, and nothing of a vendor (EX6). They are kept beside the board. */
  ratings: readonly Item<'risks'>[]
  /** Whether anything is about the whole. */
  needsWhole: boolean
}>

export function registerRegister(reading: Reading) {
  const { lists } = reading.document
  const isOurs = (risk: Item<'risks'>) => ownOf(reading.extension, 'risks', risk.symbolic_name) !== null
  return {
    threats: lists.threats.map((threat) => reading.register('threats', threat)),
    controls: lists.controls.map((control) => reading.register('controls', control)),
    ownRisks: lists.risks.filter(isOurs).map((risk) => reading.register('risks', risk)),
    ratings: lists.risks.filter((risk) => !isOurs(risk)),
  }
}

/** Says what each is about: a threat what it names, a control the boundary it protects, else what its threats are to. */
export function planRegister(reading: Reading, registered: ReturnType<typeof registerRegister>): Register {
  const { names } = reading
  const allowance = new Allowance()
  const threats = registered.threats.map((threat) => {
    const affected = threat.element.components_affected ?? []
    const subjects = affected.flatMap((name): CommentSubject[] => {
      const id = threat.own === null ? names.standFor(name) : names.componentOf(name)
      return id === null ? [] : [{ component: id }]
    })
    return { registered: threat, subjects: distinct(subjects) }
  })
  const threatened = new Map(
    threats.map(({ registered, subjects }) => [registered.element.symbolic_name, subjects]),
  )
  const controls = registered.controls.map((control) => {
    const { trust_boundary: boundary, threats: named } = control.element
    const sides = boundary === undefined ? [] : names.sidesOf(boundary)
    const subjects =
      sides.length > 0 ? sides : distinct(allowance.allOf(named.map((name) => threatened.get(name) ?? [])))
    return { registered: control, subjects }
  })
  const needsWhole = [...threats, ...controls].some(
    ({ registered, subjects }) => registered.own === null && subjects.length === 0,
  )
  return { ...registered, threats, controls, needsWhole }
}

/** Adds them. `whole`: the segment that stands for all. Gives the highest number of a threat. */
export function readRegister(reading: Reading, register: Register, whole: string | null): number {
  const given = register.threats.map(({ registered }) => registered.own?.number ?? 0)
  let last = given.reduce((a, b) => Math.max(a, b), reading.board?.meta.lastThreat ?? 0)
  const next = () => ++last
  for (const threat of register.threats) addThreat(reading, threat, whole, next)
  for (const control of register.controls) addControl(reading, control, whole)
  for (const risk of register.ownRisks) {
    const { id, own, element } = risk
    if (own === null) continue
    const { record, words } = reading.settle(
      { id, own, element },
      own,
      (mine) => readRisk(riskOf(mine, element.symbolic_name) as Item<'risks'>),
      readRisk(element),
    )
    reading.add(risk, record, words)
  }
  return last
}

function addThreat(
  reading: Reading,
  { registered, subjects }: Planned<'threats'>,
  whole: string | null,
  next: () => number,
): void {
  const { element, id, own } = registered
  const { draft, names, extension } = reading
  const on = subjectOf(own, subjects, whole)
  if (on === null) return
  const { record, words } = reading.settle<Threat>(
    { id, own, element },
    own ?? blankThreat(id, on, next()),
    (mine) => {
      const written = threatOf(mine, element.symbolic_name, [], extension.unspecified ?? '')
      return { ...readThreat(written as Item<'threats'>, extension.unspecified), on: mine.on }
    },
    { ...readThreat(element, extension.unspecified), on },
  )
  const expected = own === null ? on : own.on
  const others = subjects.filter((one) => ![keyOf(on), keyOf(expected)].includes(keyOf(one)))
  const standIns = subjects.filter((one) => names.isStandIn(idIn(one)))
  const isAdded = reading.add(registered, record, [
    ...words,
    ...(subjects.length === 0 && own === null ? ['names no component: it is to the whole'] : []),
    ...(others.length === 0 ? [] : [`to ${others.length + 1} components: a threat to each`]),
    ...(standIns.length === 0 ? [] : ['a component stands for what it is to and the file does not have']),
  ])
  if (!isAdded) return
  for (const other of others) {
    const said = readThreat(element, extension.unspecified)
    const copy = { ...blankThreat(draft.fresh(`${id}-2`), other, next()), ...said }
    draft.add('threats', copy, 'threat', element.symbolic_name)
  }
}

function subjectOf(
  own: Threat | null,
  subjects: readonly CommentSubject[],
  whole: string | null,
): CommentSubject | null {
  if (own === null) return subjects[0] ?? (whole === null ? null : { segment: whole })
  return subjects.some((one) => keyOf(one) === keyOf(own.on)) ? own.on : (subjects[0] ?? own.on)
}

/** A control has no field for what it is on, so that one of ours stays on what it was on. */
function addControl(
  reading: Reading,
  { registered, subjects }: Planned<'controls'>,
  whole: string | null,
): void {
  const { element, id, own } = registered
  const everything: readonly CommentSubject[] = whole === null ? [] : [{ segment: whole }]
  const on = subjects.length === 0 ? everything : subjects
  const { record, words } = reading.settle(
    { id, own, element },
    { ...blankMitigation(id), on },
    (mine) => readControl(controlOf(mine, element.symbolic_name) as Item<'controls'>),
    readControl(element),
  )
  reading.add(registered, record, [
    ...words,
    ...(own === null ? ['governs only, until somebody says what it does'] : []),
    ...(own === null && subjects.length === 0 ? ['names nothing that is drawn: it is on the whole'] : []),
  ])
}
