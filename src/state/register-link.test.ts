import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegisterLink, writeRegisterLink } from './register-link.ts'
import { PLAIN_VIEW, REGISTERS, UNFOLDED } from './register-store.ts'

const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })

const column = fc.stringMatching(/^[a-z]{1,12}$/)

test('a link gives back how somebody looked at a register', () => {
  const anyView = fc.record({
    query: fc.oneof(fc.constant(''), word),
    sort: fc.option(fc.record({ column, descending: fc.boolean() })),
    facets: fc.dictionary(column, fc.array(word, { minLength: 1, maxLength: 5 }), { noNullPrototype: true }),
    group: fc.constant(null),
    fold: fc.constant(UNFOLDED),
  })
  const grouped = fc.record({
    all: fc.boolean(),
    but: fc.array(fc.oneof(fc.constant(''), word), { maxLength: 5 }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...REGISTERS), anyView, column, grouped, (register, plain, group, fold) => {
      for (const view of [plain, { ...plain, group, fold }])
        expect(readRegisterLink(`#${writeRegisterLink(register, view)}`)).toEqual({ register, view })
    }),
  )
})

test('it never says a key, and a link that says one is read beside it', () => {
  const link = writeRegisterLink('risks', { ...PLAIN_VIEW, query: 'acme' })
  expect(new URLSearchParams(link).has('k')).toBe(false)
  expect(readRegisterLink(`#k=KEY&${link}`)).toMatchObject({ register: 'risks', view: { query: 'acme' } })
  expect(readRegisterLink('#k=KEY')).toBeNull()
})

test('whatever stands behind a # is read without an error, and bounded', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      readRegisterLink(text)
      const read = readRegisterLink(`table=risks&q=${encodeURIComponent(text)}&f.status=${'x'.repeat(900)}`)
      expect(read?.view.query.length).toBeLessThanOrEqual(200)
      expect(read?.view.facets).toEqual({ status: [] })
    }),
  )
})
