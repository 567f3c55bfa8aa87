/** Opens the register that the address names, now and whenever a link to another is followed. Returns its ending. */
export function followRegisterLinks(): () => void {
  const open = async () => {
    // Most addresses name none.
    if (!window.location.hash.includes('table=')) return
    const { openLinkedRegister } = await import('./linked-register.ts')
    openLinkedRegister()
  }
  const onChange = () => void open()
  onChange()
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
