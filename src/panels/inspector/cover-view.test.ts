import { expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import { coverChoices, coveredBy, EVERYTHING, mitigationsNaming, subjectOfKey } from './cover-view.ts'
import { must } from './testing/must.ts'
import { operator } from './testing/operator.ts'

const model = operator({
  mitigations: [
    { id: 'm-net', title: 'Border', on: [{ segment: 's-net' }] },
    { id: 'm-link', title: 'IPsec', on: [{ link: 'l-n11' }] },
    { id: 'm-all', title: 'Policy', on: [] },
  ],
})

test('whatever is not covered yet is offered, links with their ends', () => {
  const groups = coverChoices(model, { on: [{ vendor: 'v-acme' }] }, '')
  expect(groups.map(({ label, options }) => [label, options.length])).toEqual([
    ['Vendors', 1],
    ['Segments', 3],
    ['Components', 3],
    ['Links', 2],
    ['Otherwise', 1],
  ])
  const [found] = coverChoices(model, { on: [] }, 'n11 smf')
  expect(found?.options.map(({ label }) => label)).toEqual(['N11: AMF 1 ⇄ SMF 1'])
  expect(subjectOfKey(found?.options[0]?.value ?? '')).toEqual({ link: 'l-n11' })
})

test('everything is never offered by a search, nor where it is covered already', () => {
  const values = (on: { vendor: string }[], query: string) =>
    coverChoices(model, { on }, query).flatMap(({ options }) => options.map(({ value }) => value))
  expect(values([{ vendor: 'v-acme' }], '')).toContain(EVERYTHING)
  expect(values([{ vendor: 'v-acme' }], 'e')).not.toContain(EVERYTHING)
  expect(values([], '')).not.toContain(EVERYTHING)
})

test('[AN3] a component is covered by name, by its vendor, by a segment around it, or by an empty list', () => {
  const amf = must(recordIn(model, 'components', 'c-amf'))
  expect(coveredBy(model, { on: [{ component: 'c-amf' }] }, amf)).toBe('component')
  expect(coveredBy(model, { on: [{ vendor: 'v-acme' }] }, amf)).toBe('vendor')
  expect(coveredBy(model, { on: [{ segment: 's-net' }] }, amf)).toBe('segment')
  expect(
    coveredBy(model, { on: [{ segment: 's-mgmt' }, { link: 'l-n11' }, { vendor: 'v-bolt' }] }, amf),
  ).toBeNull()
  expect(coveredBy(model, { on: [] }, amf)).toBe('everything')
})

test('[MO4] what names a segment covers the segments inside it', () => {
  const ids = (place: Parameters<typeof mitigationsNaming>[1]) =>
    mitigationsNaming(model, place).map(({ id }) => id)
  expect(ids({ segment: 's-core' })).toEqual(['m-net'])
  expect(ids({ link: 'l-n11' })).toEqual(['m-link'])
  expect(ids({ link: 'l-mgmt' })).toEqual([])
})
