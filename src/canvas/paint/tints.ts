import type { CSSProperties } from 'react'
import { hueOf } from '../../core/paint/hues.ts'

/** The hue of a kind of segment as the custom property that the style sheets mix their tints from. */
export const hueStyle = (kind: string | null): CSSProperties => ({ '--hue': hueOf(kind) }) as CSSProperties
