import { expect, test } from 'vitest'
import { must } from './testing/must.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'
import { applies, linksOfComponent, risksAtComponent, standingOf } from './component-view.ts'
import { analysed, operator } from './testing/operator.ts'

const component = (model: Model, id: string) => must(recordIn(model, 'components', id))

const BUILD = {
  id: 'r-build',
  title: 'Builds',
  category: 'vr-build',
  on: { vendor: 'v-acme', product: 'ViewX' },
}

test('[AN2] a risk applies through the component, its product or its vendor', () => {
  const model = operator()
  const amf = component(model, 'c-amf')
  expect(applies({ on: { component: 'c-amf' } }, amf)).toBe('component')
  expect(applies({ on: { component: 'c-smf' } }, amf)).toBeNull()
  expect(applies({ on: { vendor: 'v-acme' } }, amf)).toBe('vendor')
  expect(applies({ on: { vendor: 'v-acme', product: null } }, amf)).toBe('vendor')
  expect(applies({ on: { vendor: 'v-acme', product: 'CoreX' } }, amf)).toBe('product')
  expect(applies({ on: { vendor: 'v-acme', product: 'ViewX' } }, amf)).toBeNull()
  expect(applies({ on: { vendor: 'v-bolt' } }, amf)).toBeNull()
})

test('a target shows what takes it, and the held manager where its risk leads', () => {
  const { model, result } = analysed({ risks: [BUILD] })
  const amf = standingOf(result, component(model, 'c-amf'))
  expect(amf).toMatchObject({ target: true, held: true, untrusted: false, leadsTo: [] })
  expect(amf.exposedBy.map(({ risk, kind }) => [risk, kind])).toEqual([['r-build', 'taken']])
  const manager = standingOf(result, component(model, 'c-mgr'))
  expect(manager).toMatchObject({ target: false, held: true, exposedBy: [] })
  expect(manager.leadsTo.map(({ target }) => target)).toContain('c-amf')
})

test('an exposure that ends where it starts is listed once', () => {
  const { model, result } = analysed({
    risks: [{ id: 'r1', title: 'Implant', category: 'vr-build', on: { component: 'c-amf' } }],
  })
  const amf = standingOf(result, component(model, 'c-amf'))
  expect(amf.exposedBy.map(({ risk, hops }) => [risk, hops])).toEqual([['r1', 0]])
  expect(amf.leadsTo.map(({ target }) => target)).not.toContain('c-amf')
})

test('[MO2] untrusted follows the catalogue until somebody says otherwise', () => {
  const { model, result } = analysed()
  const amf = component(model, 'c-amf')
  expect(standingOf(result, { ...amf, function: 'ipx' }).untrusted).toBe(true)
  expect(standingOf(result, { ...amf, function: 'ipx', untrusted: false }).untrusted).toBe(false)
  expect(standingOf(result, { ...amf, untrusted: true }).untrusted).toBe(true)
  expect(standingOf(result, amf).untrusted).toBe(false)
})

test('risks that expose something stand first, those that change ratings alone have no state', () => {
  const { model, result } = analysed({
    risks: [
      { id: 'r-a', title: 'A contract', category: 'vr-contract', on: { vendor: 'v-acme' } },
      { ...BUILD, title: 'Z builds' },
      { id: 'r-other', title: 'Elsewhere', category: 'vr-build', on: { vendor: 'v-bolt' } },
    ],
  })
  const here = risksAtComponent(model, result, component(model, 'c-mgr'))
  expect(here.map(({ risk, because, propagation, state }) => [risk.id, because, propagation, state])).toEqual(
    [
      ['r-build', 'product', 'foothold', 'uncovered'],
      ['r-a', 'vendor', 'raises-likelihood', null],
    ],
  )
  expect(here[0]?.worst?.kind).toBe('taken')
  expect(risksAtComponent(model, null, component(model, 'c-mgr')).map(({ risk }) => risk.id)).toEqual([
    'r-a',
    'r-build',
  ])
})

test('links stand by the name of their other end and say who controls', () => {
  const model = operator()
  expect(
    linksOfComponent(model, 'c-amf').map(({ link, other, controls }) => [link.id, other, controls]),
  ).toEqual([
    ['l-mgmt', 'c-mgr', false],
    ['l-n11', 'c-smf', true],
  ])
})
