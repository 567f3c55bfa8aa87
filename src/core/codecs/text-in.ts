/** Whether a value says more than so many characters in all, each text counted as often as it is said. Looks no further then. */
export function saysMoreThan(value: unknown, most: number): boolean {
  let left = most
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop()
    if (typeof next === 'string') left -= next.length
    else if (typeof next === 'object' && next !== null)
      for (const inner of Object.values(next)) waiting.push(inner)
  }
  return left < 0
}
