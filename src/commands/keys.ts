/** One combination, parsed. `key` is an upper-case letter, a digit, a symbol, or a name of `KeyboardEvent.key`. */
export type Combination = Readonly<{ mod: boolean; alt: boolean; shift: boolean; key: string }>

/** What a keyboard event says about itself; a DOM `KeyboardEvent` is one. */
export type KeyPress = Readonly<{
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing?: boolean
  getModifierState?: (name: string) => boolean
}>

const onMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Reads `Mod+Shift+Z`. Throws on anything else than Mod, Alt, Shift and one key: commands are written by us alone. */
export function parseKeys(keys: string): Combination {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  const count = (name: string) => parts.filter((part) => part === name).length
  const [mod, alt, shift] = [count('Mod'), count('Alt'), count('Shift')]
  if (key === '' || mod > 1 || alt > 1 || shift > 1 || mod + alt + shift !== parts.length) {
    throw new Error(`${keys} is not a key combination`)
  }
  return { mod: mod === 1, alt: alt === 1, shift: shift === 1, key }
}

/** Whether an event is that combination, with exactly its modifiers. */
export function matchesKeys(keys: string, press: KeyPress, mac: boolean = onMac()): boolean {
  const { mod, alt, shift, key } = parseKeys(keys)
  if ((mac ? press.metaKey : press.ctrlKey) !== mod || (mac ? press.ctrlKey : press.metaKey)) return false
  if (press.altKey !== alt) return false
  if (isSymbol(key)) return press.key === (SYMBOL_NAMES[key] ?? key)
  // AltGr types a character of the layout; it is no modifier of ours.
  if (press.getModifierState?.('AltGraph') === true) return false
  return press.shiftKey === shift && matchesKey(key, press)
}

function matchesKey(key: string, press: KeyPress): boolean {
  if (/^[0-9]$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`
  if (/^[A-Z]$/.test(key)) {
    // The letter on the key cap; where the layout (or Alt on a Mac) makes another character of it, the key's place.
    return /^[a-z]$/i.test(press.key) ? press.key.toUpperCase() === key : press.code === `Key${key}`
  }
  return press.key === (key === 'Space' ? ' ' : key)
}

/** A symbol needs Shift on some keyboards and none on others, so Shift is not looked at. */
const isSymbol = (key: string): boolean => key in SYMBOL_NAMES || /^[^A-Za-z0-9]$/.test(key)
/** `+` joins a combination, so it goes by its name. */
const SYMBOL_NAMES: Readonly<Record<string, string>> = { Plus: '+' }

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Plus: '+',
  '-': '−',
}
const SHOWN_ON_MAC: Readonly<Record<string, string>> = {
  Enter: '↩',
  Delete: '⌦',
  Backspace: '⌫',
  Escape: 'Esc',
}

/** The first combination as a person reads it: `⌘⇧Z` on a Mac, `Ctrl+Shift+Z` elsewhere; empty where there is none. */
export function formatKeys(keys: readonly string[] | undefined, mac: boolean = onMac()): string {
  const [first] = keys ?? []
  if (first === undefined) return ''
  const { mod, alt, shift, key } = parseKeys(first)
  const shown = (mac ? SHOWN_ON_MAC[key] : undefined) ?? SHOWN[key] ?? key
  if (mac) return `${mod ? '⌘' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${shown}`
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', shown]
    .filter((part) => part !== '')
    .join('+')
}

/** Every combination in the words of `aria-keyshortcuts`; undefined where there is none. */
export function ariaKeys(keys: readonly string[] | undefined, mac: boolean = onMac()): string | undefined {
  if (keys === undefined || keys.length === 0) return undefined
  return keys.map((each) => each.replace('Mod', mac ? 'Meta' : 'Control')).join(' ')
}
