import { useState } from 'react'
import { getHost } from '../../commands/execute.ts'
import { writeRegisterLink } from '../../state/register-link.ts'
import { type RegisterName, useRegisters } from '../../state/register-store.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './registers.module.css'

/** Copies a link to this table as it is sorted and filtered. It carries no key: who opens it needs a link to the board. */
export function CopyViewLink({ register }: { register: RegisterName }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const { origin, pathname } = window.location
    const said = writeRegisterLink(register, useRegisters.getState()[register])
    await getHost()?.writeClipboard(`${origin}${pathname}#${said}`)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <button
      type="button"
      className={css.add}
      aria-label={copied ? 'Link copied' : 'Copy link to this view'}
      title="For people who have this board already: the link carries no key"
      onClick={() => void copy()}
    >
      <Icon name={copied ? 'check' : 'link'} size={14} />
      <span className={css.wide}>{copied ? 'Link copied' : 'Copy link to this view'}</span>
    </button>
  )
}
