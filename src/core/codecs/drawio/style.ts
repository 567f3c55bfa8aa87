/** A draw.io style: `ellipse;whiteSpace=wrap;html=1`. Of a key that is there twice the later value counts. */
export type Style = Readonly<{
  /** Named styles that it builds on, such as `text` or `swimlane`. */
  names: ReadonlySet<string>
  values: ReadonlyMap<string, string>
}>

export function parseStyle(text: string): Style {
  const names = new Set<string>()
  const values = new Map<string, string>()
  for (const part of text.split(';')) {
    const sign = part.indexOf('=')
    const key = (sign < 0 ? part : part.slice(0, sign)).trim()
    if (key === '') continue
    if (sign < 0) names.add(key)
    else values.set(key, part.slice(sign + 1).trim())
  }
  return { names, values }
}

/** What kind of thing the shape shows: `mxgraph.cisco.routers.router`, `cylinder3`, the name of an image; a plain box is a `rectangle`. */
export function shapeOf({ names, values }: Style): string {
  const icon = values.get('resIcon') ?? values.get('grIcon') ?? values.get('prIcon')
  if (icon !== undefined) return icon
  const shape = values.get('shape')
  const image = values.get('image') ?? ''
  if ((shape === 'image' || names.has('image')) && image !== '' && !image.startsWith('data:')) {
    const file = image.slice(image.lastIndexOf('/') + 1)
    return file.replace(/\.[A-Za-z]{2,4}$/, '') || 'image'
  }
  return shape ?? [...names][0] ?? 'rectangle'
}

/** Whether the label is HTML, as draw.io has it by default. */
export const isHtml = ({ values }: Style): boolean => values.get('html') === '1'

/** Bare words on the page, without a shape around them; and a sheet of paper, which is there to be written on. */
export function isText(style: Style): boolean {
  const { names, values } = style
  if (
    names.has('text') ||
    names.has('edgeLabel') ||
    ['text', 'note', 'note2'].includes(values.get('shape') ?? '')
  )
    return true
  const isShape = values.has('shape') || values.has('image') || names.size > 0
  return !isShape && values.get('strokeColor') === 'none' && values.get('fillColor') === 'none'
}

/** Made to have others in it. */
export function isContainer({ names, values }: Style): boolean {
  const shape = values.get('shape') ?? ''
  return (
    names.has('swimlane') ||
    names.has('group') ||
    shape === 'swimlane' ||
    /(?:^|[._])group(?:Center)?\d?$/i.test(shape) ||
    (values.get('container') === '1' && !isIcon(values))
  )
}

/** Drawn as trust boundaries are: a dashed line around nothing but paper. */
export const isBoundary = ({ values }: Style): boolean =>
  values.get('dashed') === '1' && values.get('fillColor') === 'none'

const isIcon = (values: ReadonlyMap<string, string>): boolean => values.has('resIcon') || values.has('image')

/** Which way a line points, by its arrow heads: draw.io puts one at the end where the style does not say. Reversed is from end to start. */
export function arrowsOf({ values }: Style): 'both' | 'forward' | 'reversed' {
  const has = (key: string, without: string) => (values.get(key) ?? without) !== 'none'
  const [start, end] = [has('startArrow', 'none'), has('endArrow', 'classic')]
  if (start === end) return 'both'
  return end ? 'forward' : 'reversed'
}

/** Keys that draw.io fetches something for, or that say how a label is read. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'image',
  'fontSource',
  'html',
  'link',
  'startArrow',
  'endArrow',
])

/** What of a style may be written again: no address, no markup, and nothing that the writer says itself. */
export const safeStyle = (text: string): string =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /^[A-Za-z][A-Za-z0-9_]*(?:=[A-Za-z0-9_.#, -]*)?$/.test(part))
    .filter((part) => !NOT_KEPT.has(part.replace(/=.*$/, '')) && part !== 'shape=image')
    .join(';')
