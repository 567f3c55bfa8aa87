/** The colours of the product for what is drawn without its style sheets: those of `src/ui/tokens.css`, by the same names. */
export type Palette = Readonly<
  Record<
    | 'surface'
    | 'canvas'
    | 'line'
    | 'text'
    | 'text-muted'
    | 'node'
    | 'node-line'
    | 'link'
    | 'taken'
    | 'taken-soft'
    | 'reached'
    | 'reached-soft'
    | 'covered',
    string
  >
>

export type Theme = 'light' | 'dark'

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    surface: '#ffffff',
    canvas: '#f6f8f9',
    line: '#d5dcdf',
    text: '#17242b',
    'text-muted': '#55646d',
    node: '#ffffff',
    'node-line': '#b8c4ca',
    link: '#6b7b84',
    taken: '#b32c18',
    'taken-soft': '#fbe4df',
    reached: '#9a5a00',
    'reached-soft': '#fdf0d9',
    covered: '#1d6a56',
  },
  dark: {
    surface: '#1b2328',
    canvas: '#12181c',
    line: '#34424a',
    text: '#e8eef1',
    'text-muted': '#a5b4bc',
    node: '#212b31',
    'node-line': '#4a5a63',
    link: '#8b9ca5',
    taken: '#ff8a75',
    'taken-soft': '#4a211b',
    reached: '#f2b85c',
    'reached-soft': '#43331a',
    covered: '#6fcdb2',
  },
}

/** `share` of one colour and the rest of the other, both `#rrggbb`, as `color-mix(in srgb, …)` does it. */
export function mixed(colour: string, share: number, ground: string): string {
  const channel = (at: number) => {
    const [a, b] = [colour, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
      number,
      number,
    ]
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
