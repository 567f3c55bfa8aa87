import { BLANK_COMPONENT } from '../../model/blank.ts'
import type { Component, Note, Point, Segment } from '../../model/records.ts'

/** Records with nothing but a place, for tests of what is only about places. */

export const segment = (id: string, parent: string | null, pos: Point, size: Point): Segment => ({
  id,
  name: id,
  kind: null,
  parent,
  zone: null,
  pos: [...pos],
  size: [...size],
})

export const component = (id: string, home: string | null, pos: Point): Component => ({
  ...BLANK_COMPONENT,
  id,
  name: id,
  segment: home,
  pos: [...pos],
})

export const note = (id: string, home: string | null, pos: Point, size: Point): Note => ({
  id,
  text: id,
  segment: home,
  pos: [...pos],
  size: [...size],
})
