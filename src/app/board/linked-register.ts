import { readRegisterLink } from '../../state/register-link.ts'
import { setRegister } from '../../state/register-store.ts'
import { setView } from '../../state/view-store.ts'

/** Opens the register that the address names, if it names one. */
export function openLinkedRegister(): void {
  const linked = readRegisterLink(window.location.hash)
  if (linked === null) return
  setRegister(linked.register, linked.view)
  setView({ bottom: true, bottomTab: linked.register })
}
