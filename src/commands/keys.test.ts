import { describe, expect, test } from 'vitest'
import { ariaKeys, formatKeys, type KeyPress, matchesKeys, parseKeys } from './keys.ts'

/** A key press in short: `C-S-z/KeyZ` is Ctrl, Shift, the key z at the place KeyZ. */
function press(short: string): KeyPress {
  const [, modifiers = '', key = '', code = ''] = /^((?:[CMAS]-)*)(.+?)\/(\w+)$/.exec(short) ?? []
  const has = (letter: string) => modifiers.includes(`${letter}-`)
  return { key, code, ctrlKey: has('C'), metaKey: has('M'), altKey: has('A'), shiftKey: has('S') }
}

test.each([
  ['Mod+Shift+Z', { mod: true, alt: false, shift: true, key: 'Z' }],
  ['Alt+A', { mod: false, alt: true, shift: false, key: 'A' }],
  ['?', { mod: false, alt: false, shift: false, key: '?' }],
  ['Mod+-', { mod: true, alt: false, shift: false, key: '-' }],
])('%s is read', (keys, combination) => expect(parseKeys(keys)).toEqual(combination))

test.each(['', 'Mod+', 'Ctrl+Z', 'Mod+Mod+Z', 'Z+Mod'])('%j is no combination', (keys) =>
  expect(() => parseKeys(keys)).toThrow('is not a key combination'),
)

describe('elsewhere than on a Mac', () => {
  test.each([
    ['Mod+Z', 'C-z/KeyZ', true],
    ['Mod+Z', 'C-Z/KeyZ', true], // Caps Lock
    ['Mod+Z', 'z/KeyZ', false],
    ['Mod+Z', 'M-z/KeyZ', false],
    ['Mod+Z', 'C-M-z/KeyZ', false],
    ['Mod+Z', 'C-S-Z/KeyZ', false],
    ['Mod+Z', 'C-A-z/KeyZ', false], // AltGr of Windows
    ['Mod+Shift+Z', 'C-S-Z/KeyZ', true],
    ['Mod+Z', 'C-z/KeyY', true], // German: the letter counts, not its place
    ['Mod+Z', 'C-y/KeyZ', false],
    ['Mod+Z', 'C-я/KeyZ', true], // Russian: no such letter, so its place
    ['V', 'v/KeyV', true],
    ['V', 'S-V/KeyV', false],
    ['Mod+0', 'C-0/Digit0', true],
    ['Mod+0', 'C-à/Digit0', true], // French: digits need Shift
    ['Mod+0', 'C-0/Numpad0', true],
    ['Mod+Shift+1', 'C-S-!/Digit1', true],
    ['Shift+1', 'S-!/Digit1', true],
    ['Shift+1', '1/Digit1', false],
    ['?', 'S-?/Slash', true],
    ['?', 'S-?/Minus', true],
    ['?', 'C-S-?/Slash', false],
    ['Mod+=', 'C-=/Equal', true],
    ['Mod+=', 'C-S-=/Digit0', true], // German
    ['Mod+Plus', 'C-+/NumpadAdd', true],
    ['Mod+Plus', 'C-S-+/Equal', true],
    ['Mod+-', 'C--/Minus', true],
    ['ArrowLeft', 'ArrowLeft/ArrowLeft', true],
    ['ArrowLeft', 'S-ArrowLeft/ArrowLeft', false],
    ['Escape', 'Escape/Escape', true],
    ['F1', 'F1/F1', true],
  ])('%s and %s: %s', (keys, short, expected) =>
    expect(matchesKeys(keys, press(short), false)).toBe(expected),
  )

  test('what AltGr types is left alone', () => {
    const altGr = { ...press('„/KeyV'), getModifierState: (name: string) => name === 'AltGraph' }
    expect(matchesKeys('V', altGr, false)).toBe(false)
  })
})

describe('on a Mac', () => {
  test.each([
    ['Mod+Z', 'M-z/KeyZ', true],
    ['Mod+Z', 'C-z/KeyZ', false],
    ['Alt+A', 'A-å/KeyA', true],
    ['Alt+Shift+H', 'A-S-Ó/KeyH', true],
    ['Alt+A', 'A-S-Å/KeyA', false],
  ])('%s and %s: %s', (keys, short, expected) => expect(matchesKeys(keys, press(short), true)).toBe(expected))
})

test.each([
  [['Mod+Shift+Z', 'Mod+Y'], '⌘⇧Z', 'Ctrl+Shift+Z'],
  [['Alt+A'], '⌥A', 'Alt+A'],
  [['Mod+ArrowLeft'], '⌘←', 'Ctrl+←'],
  [['Delete'], '⌦', 'Delete'],
  [['Backspace'], '⌫', 'Backspace'],
  [['Escape'], 'Esc', 'Esc'],
  [['Mod+Plus'], '⌘+', 'Ctrl++'],
  [['?'], '?', '?'],
  [[], '', ''],
  [undefined, '', ''],
])('%j is shown as %s on a Mac and %s elsewhere', (keys, mac, elsewhere) => {
  expect(formatKeys(keys, true)).toBe(mac)
  expect(formatKeys(keys, false)).toBe(elsewhere)
})

test('assistive tools are told every combination', () => {
  expect(ariaKeys(['Mod+Shift+Z', 'Mod+Y'], true)).toBe('Meta+Shift+Z Meta+Y')
  expect(ariaKeys(['Mod+Plus'], false)).toBe('Control+Plus')
  expect(ariaKeys(undefined)).toBeUndefined()
})
