import css from './avatar.module.css'

/** The first letters of up to two words of a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('') || '?'

/** White or near black, whichever is easier to read on a colour like `#1f6f8b`; both by WCAG's measure. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000'
}

/** A person as two letters on their colour, beside their name. */
export function Avatar({ name, colour, size = 24 }: { name: string; colour: string; size?: number }) {
  return (
    <span
      className={css.avatar}
      style={{ background: colour, color: inkOn(colour), width: size, height: size }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  )
}
