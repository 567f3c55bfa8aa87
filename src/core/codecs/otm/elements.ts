import { functionById } from '../../catalogue/functions.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type { CommentSubject, Component, Link, Mitigation, Segment, Threat } from '../../model/records.ts'
import { EXTENSION, withForeign } from '../extension.ts'
import { type Fields, fieldsIn, listIn, saying, some, textIn, without } from '../loose.ts'
import type { Definition, Element, Flow } from './file.ts'
import { decisionOf, FORMAT, statusOf, strideOf } from './terms.ts'

/** What each element says by itself, as a record. Who lies in what, and where on the board, is settled apart. */

const attributesOf = (fields: Fields): Fields => ({
  attributes: saying(without(fieldsIn(fields['attributes']), [EXTENSION])),
})

/** What the model has no field for, under one name of its own, so that no name in a file means anything here. */
const kept = (fields: Fields, names: readonly string[]): Fields =>
  some('data', saying({ ...without(fields, [...names, 'attributes', 'threats']), ...attributesOf(fields) }))

/** The shapes of an element in other representations than the one that is the board, and what else is said of that one. */
function shapesOf({ fields }: Element, diagram: string | null): Fields {
  const shapes = listIn(fields['representations']).map(fieldsIn)
  const isOurs = (shape: Fields) => diagram !== null && textIn(shape['representation']) === diagram
  const ours = shapes.find(isOurs)
  return saying({
    shapes: shapes.filter((shape) => shape !== ours),
    shape: saying({
      ...without(ours ?? {}, ['position', 'size', 'representation', 'attributes']),
      ...attributesOf(ours ?? {}),
    }),
  })
}

const ELEMENT = ['id', 'name', 'parent', 'representations']

export const segmentOf = (zone: Element, id: string, diagram: string | null): Segment =>
  withForeign(
    { id, name: zone.name, kind: null, parent: null, zone: null, pos: [0, 0], size: [1, 1] },
    FORMAT,
    { ...kept(zone.fields, ELEMENT), ...shapesOf(zone, diagram) },
  )

/**
 * `parent` is the id of the component that it lies in, if it does. Where others lie in it itself, our component stands in its
 * corner, and else in its middle. Of a component of ours (`isOurs`), the type names the network function, as we wrote it; of
 * others it may be anything (EX7).
 */
export const componentOf = (
  element: Element,
  id: string,
  diagram: string | null,
  { parent, isAround }: Nesting,
  isOurs: boolean,
): Component => {
  const type = isOurs ? functionById(textIn(element.fields['type'])) : null
  const component = { ...BLANK_COMPONENT, id, name: element.name, function: type?.id ?? null }
  return withForeign(component, FORMAT, {
    ...kept(element.fields, ELEMENT),
    ...shapesOf(element, diagram),
    ...(parent === null ? {} : { parent }),
    ...(element.drawn?.size ? { size: element.drawn.size } : {}),
    ...(isAround ? { isAround } : {}),
  })
}

/** How a component lies among others: boards have no components in components. */
export type Nesting = Readonly<{ parent: string | null; isAround: boolean }>

export const linkOf = ({ fields }: Flow, id: string, from: string, to: string): Link =>
  withForeign(
    {
      ...BLANK_LINK,
      id,
      from,
      to,
      name: textIn(fields['name']) || null,
      direction: fields['bidirectional'] === true ? 'both' : 'forward',
    },
    FORMAT,
    kept(fields, ['id', 'name', 'source', 'destination', 'bidirectional']),
  )

/** Of a threat or mitigation as such. */
export const keptOfDefinition = ({ fields }: Pick<Definition, 'fields'>): Fields =>
  kept(fields, ['id', 'name', 'description'])

export const threatOf = (
  { fields }: Definition,
  state: string,
  id: string,
  number: number,
  on: CommentSubject,
): Threat =>
  withForeign(
    {
      id,
      number,
      technique: null,
      stride: strideOf(listIn(fields['categories']).map(textIn)),
      title: textIn(fields['name']),
      description: textIn(fields['description']),
      on,
      decision: decisionOf(state) ?? 'open',
      rationale: '',
      by: '',
      at: null,
    },
    FORMAT,
    saying({ state, ...keptOfDefinition({ fields }) }),
  )

/** EX6: it is on what the threat is on, treats nothing and changes nothing, until somebody says what it does. */
export function mitigationOf({ fields }: Definition, state: string, id: string, threat: Threat): Mitigation {
  const description = textIn(fields['description'])
  return withForeign(
    {
      id,
      title: textIn(fields['name']),
      control: null,
      effect: 'governs',
      treats: [],
      on: [threat.on],
      status: statusOf(state),
      effort: null,
      due: null,
      owner: '',
      evidence: description === '' ? [] : [description],
    },
    FORMAT,
    saying({ threat: threat.id, state, ...keptOfDefinition({ fields }) }),
  )
}
