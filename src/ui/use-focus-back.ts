import { useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back in the moment in which a dialog closes. Mantine waits first, and where nothing had the focus before,
 * it stays in the dialog until that has faded: keys pressed meanwhile would be lost in it. The closed dialog has to be inert
 * besides, since Mantine's trap takes the focus by a timer, which may come after the closing.
 */
export function useFocusBack(opened: boolean): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const active = document.activeElement
    if (opened) {
      before.current = active
      return
    }
    const wasOpen = before.current !== null
    const back = before.current instanceof HTMLElement && before.current.isConnected ? before.current : null
    before.current = null
    // What was chosen in the dialog may have given the focus to something already.
    if (!wasOpen || !(active instanceof HTMLElement) || active.closest('[aria-modal="true"]') === null) return
    back?.focus({ preventScroll: true })
    if (document.activeElement === active) active.blur()
  }, [opened])
}
