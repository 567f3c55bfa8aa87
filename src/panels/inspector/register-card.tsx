import { type ReactNode, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { removeFromRegister } from '../../commands/vendor-register.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useReadOnly } from './editing.ts'
import css from './register.module.css'

/** One record of the register: what it says, and its fields once somebody asks to edit it. */
export function RegisterCard({
  kind,
  id,
  name,
  lapsed = false,
  depth = 0,
  marks,
  fields,
  children,
}: Readonly<{
  kind: 'products' | 'statements'
  id: string
  name: string
  lapsed?: boolean
  depth?: number
  marks?: ReactNode
  fields: ReactNode
  children: ReactNode
}>) {
  const readOnly = useReadOnly()
  const [editing, setEditing] = useState(false)
  return (
    <li
      className={css.card}
      data-lapsed={lapsed || undefined}
      style={{ marginInlineStart: Math.min(depth, 6) * 14 }}
    >
      <div className={css.top}>
        <span className={css.name}>{name}</span>
        {marks}
        {!readOnly && (
          <>
            <ActionButton
              label={editing ? `Done with ${name}` : `Edit ${name}`}
              icon={editing ? 'check' : 'edit'}
              onClick={() => setEditing(!editing)}
            />
            <ActionButton
              label={`Delete ${name}`}
              icon="delete"
              onClick={() => execute(removeFromRegister, { kind, id, name })}
            />
          </>
        )}
      </div>
      {children}
      {editing && !readOnly && <div className={css.edit}>{fields}</div>}
    </li>
  )
}
