import { readRegisterLink } from '../../state/register-link.ts'
import { setRegister } from '../../state/register-store.ts'
import { setView } from '../../state/view-store.ts'

/** Opens the register that the address names, now and whenever a link to another is followed. Returns its ending. */
export function followRegisterLinks(): () => void {
  const open = () => {
    const linked = readRegisterLink(window.location.hash)
    if (linked === null) return
    setRegister(linked.register, linked.view)
    setView({ bottom: true, bottomTab: linked.register })
  }
  open()
  window.addEventListener('hashchange', open)
  return () => window.removeEventListener('hashchange', open)
}
