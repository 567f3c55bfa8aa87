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
  id,
  name: id,
  function: null,
  segment: home,
  vendor: null,
  product: null,
  version: null,
  criticality: null,
  untrusted: null,
  pos: [...pos],
})

export const note = (id: string, home: string | null, pos: Point, size: Point): Note => ({
  id,
  text: id,
  segment: home,
  pos: [...pos],
  size: [...size],
})
