import { useSyncExternalStore } from 'react'
import type { ComponentPaint } from '../../core/paint/marks.ts'

/** The colours of the product as a painter needs them: resolved, since a 2D canvas knows no custom properties. */
export type Colours = Readonly<
  Record<
    | 'canvas'
    | 'node'
    | 'line'
    | 'link'
    | 'text'
    | 'muted'
    | 'taken'
    | 'reached'
    | 'selected'
    | 'choke'
    | 'blast'
    | 'covered',
    string
  >
>

const TOKENS: Readonly<Record<keyof Colours, string>> = {
  canvas: '--rf-canvas',
  node: '--rf-node',
  line: '--rf-node-line',
  link: '--rf-link',
  text: '--rf-text',
  muted: '--rf-text-muted',
  taken: '--rf-taken',
  reached: '--rf-reached',
  selected: '--rf-selected',
  choke: '--rf-choke',
  blast: '--rf-blast',
  covered: '--rf-covered',
}
const SCHEME = 'data-mantine-color-scheme'

let resolved: { readonly scheme: string | null; readonly colours: Colours } | undefined

/** The colours of the scheme that the page is drawn in; others as soon as that changes. */
export const useColours = (): Colours => useSyncExternalStore(subscribe, read)

function read(): Colours {
  const root = document.documentElement
  const scheme = root.getAttribute(SCHEME)
  if (resolved?.scheme !== scheme) resolved = { scheme, colours: coloursOf(root) }
  return resolved.colours
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])
  return Object.fromEntries(entries) as Colours
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: [SCHEME] })
  return () => observer.disconnect()
}

/** The colour of a component that stands out; null where it does not. */
export const loudColour = ({ mark, change, blast }: ComponentPaint, colours: Colours): string | null =>
  blast !== null ? colours.blast : mark !== null ? colours[mark] : change === 'gone' ? colours.muted : null

/** `share` of the first colour, the rest of the second. */
export const mixed = (colour: string, share: number, ground: string): string =>
  `color-mix(in srgb, ${colour} ${share * 100}%, ${ground})`
