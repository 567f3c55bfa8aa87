import { type ReactNode, useId, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import css from './inspector.module.css'

/** A part of the inspector under its own heading, with a count where it lists something. */
export function Section({
  title,
  count,
  children,
}: Readonly<{ title: string; count?: number | undefined; children: ReactNode }>) {
  const id = useId()
  return (
    <div className={css.section} role="group" aria-labelledby={id}>
      <h3 className={css.heading} id={id}>
        {title}
        {count !== undefined && count > 0 && <span className={css.count}>{count}</span>}
      </h3>
      {children}
    </div>
  )
}

/** What there is to say where a section has nothing to list. */
export const Quiet = ({ children }: { children: ReactNode }) => <p className={css.quiet}>{children}</p>

const FIRST_SHOWN = 8

/** A list of which the first few show until somebody asks for all. */
export function ShortList<T>({
  items,
  label,
  children,
}: Readonly<{ items: readonly T[]; label: string; children: (item: T) => ReactNode }>) {
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST_SHOWN)
  return (
    <>
      <ul className={css.list} aria-label={label}>
        {shown.map(children)}
      </ul>
      {items.length > shown.length && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          <Icon name="down" size={14} /> Show all {items.length}
        </button>
      )}
    </>
  )
}

type RowProps = Readonly<{
  icon: string
  /** What the row is about. */
  children: ReactNode
  detail?: ReactNode
  marks?: ReactNode
  pressed?: boolean
  onOpen: () => void
  remove?: Readonly<{ label: string; onRemove: () => void }> | null
}>

/** One record in a list: the row opens it, the cross takes it out of the list. */
export function Row({ icon, children, detail, marks, pressed, onOpen, remove }: RowProps) {
  return (
    <li className={css.item}>
      <button type="button" className={css.row} aria-pressed={pressed} onClick={onOpen}>
        <Icon name={icon} size={15} />
        <span className={css.rowText}>
          <span className={css.rowTitle}>{children}</span>
          {detail !== undefined && <span className={css.rowDetail}>{detail}</span>}
        </span>
        {marks !== undefined && <span className={css.marks}>{marks}</span>}
      </button>
      {remove !== undefined && remove !== null && (
        <button type="button" className={css.remove} aria-label={remove.label} onClick={remove.onRemove}>
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  )
}
