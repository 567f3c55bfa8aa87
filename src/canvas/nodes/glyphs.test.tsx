import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FAMILIES } from '../../core/catalogue/families.ts'
import { Glyph } from '../../ui/glyph.tsx'

const drawn = (family: string) => renderToStaticMarkup(<Glyph family={family} />)

test('every family of functions has a picture of its own', () => {
  expect(new Set(FAMILIES.map(drawn)).size).toBe(FAMILIES.length)
})

test('what has no picture is drawn as custom', () => {
  expect(drawn('teleporter')).toBe(drawn('custom'))
})
