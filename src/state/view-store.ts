import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Tool = 'select' | 'hand' | 'connect' | 'comment' | 'laser'
export type DrawerTab =
  | 'exposures'
  | 'blast'
  | 'risks'
  | 'mitigations'
  | 'vendors'
  | 'components'
  | 'what-if'
  | 'chokes'
  | 'threats'
  | 'checks'
  | 'concentration'
  | 'reviews'
  | 'set-aside'
  | 'coverage'
export type Mode = 'model' | 'exposure' | 'coverage'
export type Dialog =
  | 'help'
  | 'share'
  | 'palette'
  | 'connect-to'
  | 'move-to'
  | 'library'
  | 'threats'
  | 'import'
  | 'export'
  | null

/** What `inspected` names while the inspector asks for what to record. No record has an id with a plus. */
export const NEW_RISK = '+risk'
export const NEW_MITIGATION = '+mitigation'

/** In pixels: the tables under the canvas, where nobody has pulled at them. */
export const DRAWER_HEIGHT = 264

/** How this person looks at the board. Nothing of it is shared; what outlives a reload is marked below. */
export type ViewState = Readonly<{
  left: boolean
  right: boolean
  bottom: boolean
  leftTab: 'palette' | 'outline'
  rightTab: 'inspector' | 'comments'
  bottomTab: DrawerTab
  /** How high the tables are wanted, in pixels. */
  drawer: number
  /** What the marks on the canvas mean lies over it. */
  legend: boolean
  /** A record without a place on the canvas (vendor, risk, mitigation) or null for the canvas selection. */
  inspected: string | null
  /** `exposure`: routes are painted and the rest recedes. `coverage`: what has come of the risks at each component. */
  mode: Mode
  /** The table of coverage tells it by date. */
  byDate: boolean
  /** Colour scheme; `auto` is the system's. */
  scheme: 'auto' | 'light' | 'dark'
  tool: Tool
  dialog: Dialog
  /** A component or link whose name is being typed on the canvas. */
  renaming: string | null
}>

export const useView = create<ViewState>()(
  persist(
    (): ViewState => ({
      left: true,
      right: true,
      bottom: true,
      leftTab: 'palette',
      rightTab: 'inspector',
      bottomTab: 'exposures',
      drawer: DRAWER_HEIGHT,
      legend: false,
      inspected: null,
      mode: 'exposure',
      byDate: false,
      scheme: 'auto',
      tool: 'select',
      dialog: null,
      renaming: null,
    }),
    {
      name: 'ringfence.view',
      version: 1,
      migrate: (kept) => {
        const { exposure, ...rest } = kept as { exposure?: boolean }
        return { ...rest, ...(exposure === undefined ? {} : { mode: exposure ? 'exposure' : 'model' }) }
      },
      partialize: ({ left, right, bottom, leftTab, rightTab, bottomTab, drawer, legend, mode, scheme }) => ({
        left,
        right,
        bottom,
        leftTab,
        rightTab,
        bottomTab,
        drawer,
        legend,
        mode,
        scheme,
      }),
    },
  ),
)

/** What is to be inspected is shown by the inspector, so that comes to the front. */
export function setView(change: Partial<ViewState>): void {
  const { inspected = null } = change
  useView.setState(inspected === null ? change : { rightTab: 'inspector', ...change })
}
