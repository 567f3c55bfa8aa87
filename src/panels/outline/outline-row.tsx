import { defaultCriticality } from '../../core/catalogue/defaults.ts'
import { useEffect, useRef } from 'react'
import { familyOf } from '../../core/catalogue/families.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { onDay } from '../../state/day-words.ts'
import { nameOf } from '../../state/record-names.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import { renameRow } from './outline-actions.ts'
import { type OutlineMarks, wordsFor } from './outline-marks.ts'
import classes from './outline-panel.module.css'
import { useOutline } from './outline-store.ts'
import type { OutlineRow } from './outline-tree.ts'

/** What stands in one row of the outline: name, what it is, and how the analysis sees it. */
export function OutlineRowView({
  row,
  model,
  marks,
}: {
  row: OutlineRow
  model: Model
  marks: OutlineMarks
}) {
  const renaming = useOutline((outline) => outline.renaming === row.key)
  const detail = detailOf(row, model)
  return (
    <>
      <span className={classes.glyph}>
        <RowGlyph row={row} model={model} />
      </span>
      {renaming ? (
        <NameInput row={row} before={typedName(row, model)} />
      ) : (
        <span className={classes.text} title={detail === '' ? row.label : `${row.label}, ${detail}`}>
          <span className={row.kind === 'segments' ? classes.segment : undefined}>{row.label}</span>
          {detail !== '' && <span className={classes.detail}>, {detail}</span>}
        </span>
      )}
      {isCritical(row, model) && (
        <span className={classes.critical} title="Critical: a target">
          <Icon name="critical" size={13} />
          <span className="rf-visually-hidden">, critical</span>
        </span>
      )}
      <RowMark row={row} marks={marks} />
    </>
  )
}

function RowGlyph({ row, model }: { row: OutlineRow; model: Model }) {
  if (row.kind === 'components') {
    return <Glyph family={familyOf(recordIn(model, 'components', row.id)?.function ?? null)} size={16} />
  }
  const icons = { segments: 'segment', links: 'link', risks: 'risk', notes: 'note' } as const
  return <Icon name={icons[row.kind]} size={15} />
}

function RowMark({ row, marks }: { row: OutlineRow; marks: OutlineMarks }) {
  const day = useAnalysis(movedDayOf)
  if (row.kind === 'risks') {
    const state = marks.coverageOf(row.id, row.under ?? '')
    if (state === null) return null
    const { label, means } = COVERAGE_WORDS[state]
    const words = onDay(label.toLowerCase(), day)
    return (
      <span className={classes.state} title={means}>
        <span className="rf-visually-hidden">, </span>
        {words}
      </span>
    )
  }
  const words = wordsFor(row, marks)
  if (words === '') return null
  const spoken = <span className="rf-visually-hidden">, {words}</span>
  if (row.kind === 'segments') {
    const counts = marks.inSegments.get(row.id)
    return (
      <span className={classes.marks} title={words}>
        {(['taken', 'reached'] as const).map((mark) =>
          counts === undefined || counts[mark] === 0 ? null : (
            <span key={mark} className={classes.mark} data-mark={mark} aria-hidden>
              <Icon name={mark} size={13} />
              {counts[mark]}
            </span>
          ),
        )}
        {spoken}
      </span>
    )
  }
  const mark = marks.marks.get(row.id)
  if (mark === undefined) return null
  return (
    <span className={classes.mark} data-mark={mark} title={words}>
      <Icon name={mark} size={13} />
      {row.kind === 'links' ? (
        spoken
      ) : (
        <span>
          <span className="rf-visually-hidden">, </span>
          {words}
        </span>
      )}
    </span>
  )
}

function NameInput({ row, before }: { row: OutlineRow; before: string }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <input
      className={classes.input}
      aria-label="New name"
      defaultValue={before}
      placeholder={row.label}
      maxLength={200}
      ref={input}
      onBlur={(event) => {
        const { value } = event.currentTarget
        // Escape has ended the renaming before the field loses the focus.
        if (useOutline.getState().renaming !== row.key) return
        useOutline.setState({ renaming: null })
        if (value.trim() !== before) renameRow(row, value)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Escape') useOutline.setState({ renaming: null })
        event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus()
      }}
    />
  )
}

function typedName({ kind, id }: OutlineRow, model: Model): string {
  if (kind === 'risks') return recordIn(model, kind, id)?.title ?? ''
  return kind === 'notes' ? '' : (recordIn(model, kind, id)?.name ?? '')
}

function detailOf({ kind, id, label }: OutlineRow, model: Model): string {
  if (kind !== 'components') return ''
  const component = recordIn(model, kind, id)
  if (component === undefined) return ''
  const what = functionById(component.function)?.name ?? component.function ?? ''
  const whose = component.vendor === null ? '' : nameOf(model, component.vendor)
  return [label.startsWith(what) ? '' : what, whose].filter(Boolean).join(', ')
}

function isCritical({ kind, id }: OutlineRow, model: Model): boolean {
  const component = kind === 'components' ? recordIn(model, kind, id) : undefined
  return (
    component !== undefined &&
    (component.criticality ?? defaultCriticality(component.function)) === 'critical'
  )
}
