import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

/**
 * Whether what is mounted is seen. Over the painting of a large board it is there for assistive tools alone, which want the
 * names that React Flow gives it; to lay out its insides as well would hold a page for half a second.
 */
export const Drawn = createContext(true)

/** The same, empty where it is not seen. */
export const drawn = <Props extends object>(Inside: ComponentType<Props>) =>
  function OnlyDrawn(props: Props): ReactNode {
    return useContext(Drawn) ? <Inside {...props} /> : null
  }
