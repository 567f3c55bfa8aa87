import { describe, expect, test } from 'vitest'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { situation } from './execute.ts'
import { type KeyPress, matchesKeys, parseKeys } from './keys.ts'
import { LISTED } from './registry.ts'
import { commandForKey, countsIn, type Focus, focusOf } from './shortcuts.ts'
import { joinAs, openDesk } from './testing/desk.ts'

const plain: KeyPress = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const FOCI: readonly Focus[] = ['canvas', 'beside', 'typing', 'dialog', 'other']

/** The presses that a combination may come as, symbols with and without Shift. */
function pressesFor(keys: string): KeyPress[] {
  const { mod, alt, shift, key } = parseKeys(keys)
  const modifiers = { ...plain, ctrlKey: mod, altKey: alt, shiftKey: shift }
  if (/^[A-Z]$/.test(key)) return [{ ...modifiers, key: shift ? key : key.toLowerCase(), code: `Key${key}` }]
  if (/^[0-9]$/.test(key)) return [{ ...modifiers, key: shift ? '!' : key, code: `Digit${key}` }]
  if (key.length > 1 && key !== 'Plus') return [{ ...modifiers, key, code: key }]
  return [true, false].map((shiftKey) => ({ ...modifiers, key: key === 'Plus' ? '+' : key, shiftKey }))
}

const pressed = (keys: string): KeyPress => pressesFor(keys)[0] as KeyPress
const found = (keys: string, focus: Focus) =>
  commandForKey(pressed(keys), situation(), focus, false)?.id ?? null

describe('the registry', () => {
  test('gives every command an id of its own', () => {
    const ids = LISTED.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => !/^[a-z]+\.[a-z-]+$/.test(id))).toEqual([])
  })

  test.each(LISTED.map((command) => [command.id, command] as const))('%s says what it is', (_, command) => {
    expect(command.label).toMatch(/^[A-Z][^.]*$/)
    expect(['edit', 'create', 'view', 'exposure', 'board', 'help']).toContain(command.group)
    expect(['viewer', 'commenter', 'editor']).toContain(command.role)
    for (const keys of command.keys ?? []) expect(() => parseKeys(keys)).not.toThrow()
  })

  test('gives no two commands the same keys in the same place', () => {
    const clashes = FOCI.flatMap((focus) =>
      LISTED.flatMap((command) =>
        (command.keys ?? [])
          .filter((keys) => countsIn(focus, command, keys))
          .flatMap((keys) => pressesFor(keys).map((press) => ({ keys, press })))
          .map(({ keys, press }) => {
            const takers = LISTED.filter((each) =>
              each.keys?.some((other) => countsIn(focus, each, other) && matchesKeys(other, press, false)),
            )
            return { focus, keys, takers: takers.map(({ id }) => id) }
          })
          .filter(({ takers }) => takers.length !== 1),
      ),
    )
    expect(clashes).toEqual([])
  })
})

describe('a key', () => {
  test.each<[string, Focus, string | null]>([
    ['Mod+Shift+1', 'canvas', 'view.fit'],
    ['Mod+Shift+1', 'other', 'view.fit'],
    ['Shift+1', 'canvas', 'view.fit'],
    ['Shift+1', 'other', null],
    ['V', 'canvas', 'view.tool-select'],
    ['V', 'other', null],
    ['V', 'beside', 'view.tool-select'],
    ['V', 'typing', null],
    ['V', 'dialog', null],
    ['Mod+K', 'other', 'view.command-palette'],
    ['Mod+K', 'typing', null],
    ['Mod+K', 'dialog', null],
    ['Mod+Z', 'canvas', null],
    ['F1', 'other', 'view.help'],
    ['ArrowLeft', 'canvas', 'arrange.nudge-left'],
    ['ArrowLeft', 'other', null],
    ['Alt+ArrowLeft', 'canvas', 'link.walk-left'],
    ['Alt+ArrowLeft', 'other', null],
    ['Delete', 'canvas', 'selection.delete'],
    ['Delete', 'other', null],
    ['Delete', 'beside', null],
    ['F2', 'beside', null],
    ['ArrowLeft', 'beside', null],
    ['Alt+ArrowLeft', 'beside', null],
    ['Escape', 'beside', 'selection.none'],
    ['Mod+D', 'other', 'clipboard.duplicate'],
  ])('%s with the focus in %s: %s', (keys, focus, id) => {
    openDesk({ components: [{ id: 'c1' }] })
    select(['c1'])
    expect(found(keys, focus)).toBe(id)
  })

  test('means nothing while a dialog is open, wherever the focus still is', () => {
    openDesk()
    setView({ dialog: 'share' })
    expect(found('Mod+K', 'canvas')).toBeNull()
  })

  test('means nothing while an input method composes', () => {
    openDesk()
    expect(commandForKey({ ...pressed('V'), isComposing: true }, situation(), 'canvas', false)).toBeNull()
  })

  test('means nothing to whoever may not do it', () => {
    openDesk({ components: [{ id: 'c1' }] })
    select(['c1'])
    joinAs('viewer')
    expect(found('Delete', 'canvas')).toBeNull()
    expect(found('Mod+C', 'canvas')).toBe('clipboard.copy')
  })
})

describe('the focus', () => {
  /** An element that lies in the things named by their selectors. */
  const element = (localName: string, within: readonly string[], type: string | null = null) =>
    ({
      localName,
      getAttribute: () => type,
      closest: (selectors: string) =>
        selectors.split(', ').some((selector) => within.includes(selector)) ? {} : null,
    }) as unknown as Element

  test.each<[string, Element | null, Focus]>([
    ['nothing', null, 'canvas'],
    ['the body', element('body', []), 'canvas'],
    ['a node', element('div', ['.react-flow']), 'canvas'],
    ['what asks for the canvas’ keys', element('div', ['[data-shortcuts="canvas"]']), 'canvas'],
    ['a button', element('button', []), 'other'],
    ['a tool', element('button', ['[data-canvas-ui]']), 'beside'],
    ['a pin in the drawing', element('button', ['[data-canvas-ui]', '.react-flow']), 'beside'],
    ['a text field', element('input', ['input'], 'text'), 'typing'],
    ['a field without a type', element('input', ['input']), 'typing'],
    ['a name typed on the canvas', element('input', ['input', '.react-flow'], 'text'), 'typing'],
    ['a checkbox', element('input', ['input'], 'checkbox'), 'other'],
    ['an editable text', element('p', ['[contenteditable]:not([contenteditable="false"])']), 'typing'],
    ['a menu', element('button', ['[role="menu"]']), 'dialog'],
    ['a field of a dialog', element('input', ['input', '[role="dialog"]'], 'text'), 'dialog'],
  ])('on %s', (_, on, focus) => expect(focusOf(on)).toBe(focus))
})
