import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { FAMILIES } from '../../core/catalogue/families.ts'
import { COVERAGE_LOOKS } from '../../core/paint/coverage-looks.ts'
import { COVERAGE_MARKS } from '../../ui/coverage-marks.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { isLate } from '../../ui/late-icon-names.ts'
import { LateIcon } from '../../ui/late-icon.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'

/** What is drawn inside, and whether it is filled rather than drawn in outline. */
const drawn = (icon: ReactElement) => {
  const markup = renderToStaticMarkup(icon)
  const inside = markup.replace(/^<svg[^>]*>|<\/svg>$/g, '').replace(/><\/(path|rect|circle|ellipse)>/g, '/>')
  return /^<svg[^>]* fill="currentColor"/.test(markup) ? { inside, filled: true } : { inside }
}

const ICONS = [
  'taken',
  'reached',
  'risk',
  'held',
  'critical',
  ...Object.values(COVERAGE_MARKS).map(({ icon }) => icon),
]
const icon = (name: IconName) => (isLate(name) ? <LateIcon name={name} size={24} /> : <Icon name={name} />)

test('pictures that are handed out have the glyphs and icons of the canvas (kept up by vitest -u)', async () => {
  const signs = {
    glyphs: Object.fromEntries(FAMILIES.map((family) => [family, drawn(<Glyph family={family} />)])),
    icons: Object.fromEntries(ICONS.map((name) => [name, drawn(icon(name as IconName))])),
  }
  await expect(`${JSON.stringify(signs, null, 2)}\n`).toMatchFileSnapshot('../../core/codecs/svg/signs.json')
})

test('their states of coverage have the letters, icons and words of the product', () => {
  const product = Object.entries(COVERAGE_MARKS).map(([state, { icon, letter }]) => [
    state,
    { icon, letter, label: COVERAGE_WORDS[state as keyof typeof COVERAGE_WORDS].label },
  ])
  expect(COVERAGE_LOOKS).toEqual(Object.fromEntries(product))
})
