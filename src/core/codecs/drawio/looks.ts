import { interfaceById } from '../../catalogue/interfaces.ts'
import type { Component, Link, Note, Segment } from '../../model/records.ts'
import { foreignOf } from '../extension.ts'
import { safeStyle } from './style.ts'

/** How things look in draw.io: much as on the board, or as in the diagram that they came from. */

const WORDS = 'whiteSpace=wrap;html=1;'
/** The lines of the planes, as on the board. */
const DASHES: Readonly<Record<string, string>> = {
  signalling: 'dashed=1;dashPattern=7 4;',
  user: 'dashed=1;dashPattern=2 4;',
  'lawful-intercept': 'dashed=1;dashPattern=10 4 2 4;',
}

export const segmentStyle = (segment: Segment): string =>
  kept(segment) ??
  `swimlane;${WORDS}startSize=30;collapsible=0;rounded=1;arcSize=6;align=left;spacingLeft=10;fontStyle=1;` +
    'fontSize=13;fontColor=#17242b;fillColor=#e7ecef;swimlaneFillColor=#f6f8f9;strokeColor=#b8c4ca;'

/** A dashed box is one that is planned to be taken out. */
export function componentStyle(component: Component): string {
  const isCritical = component.criticality === 'critical'
  const border = isCritical ? 'strokeColor=#17242b;strokeWidth=2;' : 'strokeColor=#6b7b84;'
  const planned = component.removal === null ? '' : 'dashed=1;'
  return (
    kept(component) ??
    `rounded=1;arcSize=12;${WORDS}fillColor=#ffffff;fontColor=#17242b;fontSize=13;${border}${planned}`
  )
}

export const noteStyle = (note: Note): string =>
  kept(note) ??
  `shape=note;size=14;${WORDS}align=left;verticalAlign=top;spacing=8;fillColor=#fff7d6;strokeColor=#d6b656;fontColor=#17242b;`

/** An arrow head at each end that a link leads to. */
export function linkStyle(link: Link): string {
  const plane = link.plane ?? interfaceById(link.interface ?? '')?.plane ?? 'control'
  const line =
    kept(link) ??
    `edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;strokeColor=#6b7b84;fontColor=#17242b;fontSize=11;labelBackgroundColor=#ffffff;${DASHES[plane] ?? ''}`
  return `${line}startArrow=${link.direction === 'both' ? 'classic' : 'none'};endArrow=classic;`
}

function kept(record: object): string | null {
  const { style } = foreignOf(record, 'drawio')
  return typeof style === 'string' ? `${safeStyle(style)};html=1;` : null
}
