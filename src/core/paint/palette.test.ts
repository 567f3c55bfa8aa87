import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mixed, PALETTES } from './palette.ts'

const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('[data-mantine-color-scheme="dark"]')
const tokensIn = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--rf-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )

test('the colours are those of the style sheets, light and dark', () => {
  expect(tokensIn(light)).toMatchObject(PALETTES.light)
  expect(tokensIn(dark)).toMatchObject(PALETTES.dark)
})

test('a mix goes from the one colour to the other', () => {
  expect(mixed('#ff0000', 0, '#00ff80')).toBe('#00ff80')
  expect(mixed('#ff0000', 1, '#00ff80')).toBe('#ff0000')
  expect(mixed('#000000', 0.5, '#ffffff')).toBe('#808080')
})
