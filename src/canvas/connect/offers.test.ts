import { expect, test } from 'vitest'
import type { Component } from '../../core/model/records.ts'
import { component } from '../../core/layout/testing/boards.ts'
import { offersFor } from './offers.ts'

const of = (fn: string | null): Component => ({ ...component('c', null, [0, 0]), function: fn })
const names = (offers: readonly { name: string }[]) => offers.map(({ name }) => name)

test('the interfaces between two functions come without asking, the others do not', () => {
  const { fitting, others } = offersFor(of('amf'), of('smf'), '')
  expect(names(fitting)).toContain('N11')
  expect(others).toEqual([])
})

test('an interface whose controlling end is the second is offered the other way round', () => {
  const forth = offersFor(of('ems'), of('amf'), '').fitting[0]
  const back = offersFor(of('amf'), of('ems'), '').fitting.find(
    (offer) => offer.interface === forth?.interface,
  )
  expect([forth?.reversed, back?.reversed]).toEqual([false, true])
})

test('typing finds any other interface by its name, protocol or plane, once', () => {
  const { fitting, others } = offersFor(of('amf'), of('smf'), 'n1')
  expect(names(fitting)).toContain('N11')
  expect(names(others)).not.toContain('N11')
  expect(names(others)[0]?.toLowerCase().startsWith('n1')).toBe(true)
  expect(names(offersFor(of(null), of(null), 'netconf ssh').others)).toContain('Open fronthaul M-plane')
})

test("something of one's own fits nothing, yet can be joined by any", () => {
  const { fitting, others } = offersFor(of(null), of('amf'), 'n2')
  expect(fitting).toEqual([])
  expect(names(others)).toContain('N2')
})
