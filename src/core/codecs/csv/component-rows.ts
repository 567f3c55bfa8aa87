import { defaultCriticality, isExternal } from '../../catalogue/defaults.ts'
import { functionById } from '../../catalogue/functions.ts'
import { BLANK_COMPONENT } from '../../model/blank.ts'
import type { Component } from '../../model/records.ts'
import { CRITICALITIES } from '../../model/terms.ts'
import { withForeign } from '../extension.ts'
import { guessFunction } from '../guess.ts'
import { dayIn, numberIn, type Read, termIn, yesNoIn } from './cells.ts'
import type { ComponentField } from './heads.ts'
import type { Names } from './names.ts'
import type { Row } from './tables.ts'

type Known = Readonly<{ segments: Names; vendors: Names; components: Names }>

export type ReadComponent = Readonly<{
  record: Component
  /** What the file says that it is, where that is no function of the catalogue; null where nothing is left to say. */
  foreign: string | null
  changes: readonly string[]
  /** On the open canvas. */
  at: Readonly<{ x: number | null; y: number | null }>
}>

/** Reads one row. A value that is the catalogue's own for the function says no more than saying nothing (MO2). */
export function readComponent(row: Row<ComponentField>, id: string, known: Known): ReadComponent {
  const changes: string[] = row.beyond === '' ? [] : [`“${row.beyond}” stands beyond the last column`]
  const got = <T>({ value, lost }: Read<T>): T => {
    if (lost !== null) changes.push(lost)
    return value
  }
  const orNull = (field: ComponentField): string | null => row.cell(field) || null
  const yesNo = (field: ComponentField, head: string) => got(yesNoIn(row.cell(field), head))
  const shown = row.cell('function')
  const kind = functionIn(row.cell('functionId'), shown)
  const isSettled = kind !== null || (shown === '' && row.has('functionId'))
  if (kind === null && shown !== '') changes.push(`“${shown}” is no network function of the catalogue`)
  const unlessDefault = <T>(value: T | null, ofCatalogue: T): T | null =>
    isSettled && value === ofCatalogue ? null : value
  const host = known.components.find(row.cell('hostId'), row.cell('host'), true)
  const record: Component = {
    id,
    ...BLANK_COMPONENT,
    name: row.cell('name'),
    function: kind,
    segment: known.segments.find(row.cell('segmentId'), row.cell('segment'), false).id,
    vendor: known.vendors.find(row.cell('vendorId'), row.cell('vendor'), false).id,
    product: orNull('product'),
    version: orNull('version'),
    hardware: orNull('hardware'),
    criticality: unlessDefault(
      got(termIn(row.cell('criticality'), CRITICALITIES, 'criticality')),
      defaultCriticality(kind),
    ),
    untrusted: unlessDefault(yesNo('untrusted', 'trust'), isExternal(kind)),
    supportEnd: got(dayIn(row.cell('supportEnd'), 'end of support')),
    removal: got(dayIn(row.cell('removal'), 'removal')),
    host: host.id,
    site: orNull('site'),
    sensitiveSite: yesNo('sensitiveSite', 'site being sensitive') ?? false,
    sensitiveData: yesNo('sensitiveData', 'data being sensitive') ?? false,
    exposedEdge: yesNo('exposedEdge', 'edge being exposed'),
    thirdParty: yesNo('thirdParty', 'third party'),
    weight: got(numberIn(row.cell('weight'), 'weight', 0)),
  }
  if (host.among > 1) changes.push(`${host.among} components have the name of its host: the first is meant`)
  const at = { x: got(numberIn(row.cell('x'), 'place')), y: got(numberIn(row.cell('y'), 'place')) }
  return {
    record: kind === null && shown !== '' ? withForeign(record, 'csv', { function: shown }) : record,
    foreign: isSettled ? null : shown,
    changes,
    at,
  }
}

/** What is shown wins over the id, where they do not belong together. */
function functionIn(id: string, shown: string): string | null {
  const called = functionById(id)?.name ?? id
  return id !== '' && (shown === '' || shown === called) ? id : guessFunction(shown)
}
