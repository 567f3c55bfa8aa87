const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * The index where a text stops being JSON, its length where it only ends too early. Engines word their errors differently
 * and some leave the place out. Recursive: the caller has bounded the depth.
 */
export function firstSyntaxError(text: string): number {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const space = () => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++
  }
  const sign = (expected: string): boolean => {
    space()
    if (text[at] !== expected) return false
    at++
    return true
  }
  const string = (): boolean => {
    if (!sign('"')) return false
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === 0x5c) {
        if (!take(ESCAPE)) return false
      } else if (code < 0x20) return false
      else {
        at++
        if (code === 0x22) return true
      }
    }
    return false
  }
  const items = (close: string, item: () => boolean): boolean => {
    if (sign(close)) return true
    do if (!item()) return false
    while (sign(','))
    return sign(close)
  }
  const member = (): boolean => string() && sign(':') && value()
  const value = (): boolean => {
    if (sign('{')) return items('}', member)
    if (sign('[')) return items(']', value)
    return text[at] === '"' ? string() : take(SCALAR)
  }
  if (value()) space()
  return at
}
