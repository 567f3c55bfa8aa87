import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './field.module.css'

export type RowProps = Readonly<{
  label: string
  /** One line under the control: what the value means, or what to do. */
  hint?: ReactNode
  /** Shown instead of the hint, as a warning. */
  warning?: ReactNode
  /** The label stands above the control and not beside it. */
  stacked?: boolean
  /** The control is a group that names itself by `labelId(id)`, for which no label element can stand. */
  group?: boolean
}>

/** A label, its control and a line that explains it. The control carries `id` and `describedBy(id, row)`. */
export function FieldRow({
  id,
  label,
  hint,
  warning,
  stacked = false,
  group = false,
  children,
}: RowProps & Readonly<{ id: string; children: ReactNode }>) {
  const line = warning ?? hint
  return (
    <div className={css.row} data-stacked={stacked || undefined}>
      {group ? (
        <span className={css.label} id={labelId(id)}>
          {label}
        </span>
      ) : (
        <label className={css.label} htmlFor={id} id={labelId(id)}>
          {label}
        </label>
      )}
      <div className={css.control}>
        {children}
        {hasLine(line) && (
          <div className={css.hint} id={hintId(id)} data-warning={Boolean(warning) || undefined}>
            {warning !== undefined && <Icon name="warning" size={14} />}
            <span>{line}</span>
          </div>
        )}
      </div>
    </div>
  )
}

/** For a control in a row: the id of the line under it, where there is one. */
export const describedBy = (
  id: string,
  { hint, warning }: Pick<RowProps, 'hint' | 'warning'>,
): string | undefined => (hasLine(warning ?? hint) ? hintId(id) : undefined)

const hasLine = (line: ReactNode): boolean => line !== undefined && line !== null && line !== ''

export const hintId = (id: string): string => `${id}-hint`
export const labelId = (id: string): string => `${id}-label`
