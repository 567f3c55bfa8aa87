import { addVendor } from '../../commands/create.ts'
import { type FieldsOf, setFieldsOfEach } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { deleteSelection } from '../../commands/remove.ts'
import type { Component } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { standingOf } from './component-view.ts'
import { useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { Quiet, Section } from './section.tsx'
import { summarise } from './selection-view.ts'
import { vendorChoices, vendorPick } from './vendor-view.ts'

const MIXED = 'Several'

/** What is selected, counted, and what can be set for all of its components at once. */
export function SelectionInspector() {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const ids = useSelection((selection) => selection.ids)
  const { counts, components, vendor, criticality } = summarise(model, ids)
  const each = (fields: Partial<Omit<Component, 'id'>>, what: string) =>
    execute(setFieldsOfEach, {
      changes: components.map(({ id }): FieldsOf => ({ kind: 'components', id, fields })),
      label: `Set ${what} of ${inWords(components.length)}`,
    })
  return (
    <>
      <Head icon="select-all" kind={`${ids.size} selected`} />
      <div className={css.fields}>
        <Quiet>{counts.map(({ label, count }) => `${count} ${label}`).join(', ')}</Quiet>
        {components.length > 0 && (
          <>
            <FieldPicker
              label="Vendor"
              value={vendor === undefined ? MIXED : vendor === null ? '' : nameOf(model, vendor)}
              chosen={vendor === undefined || vendor === null ? null : `vendor:${vendor}`}
              placeholder="Choose or add"
              readOnly={readOnly}
              find={(query) => vendorChoices(model, query)}
              onPick={(value, query) => {
                const pick = vendorPick(value, query)
                if ('vendor' in pick) each({ vendor: pick.vendor }, 'vendor')
                else execute(addVendor, { name: pick.create, forComponents: components.map(({ id }) => id) })
              }}
            />
            <FieldChoice
              label="Criticality"
              value={criticality === undefined ? 'mixed' : criticality}
              none="From catalogue"
              choices={[
                ...choicesOf(CRITICALITY_WORDS),
                ...(criticality === undefined ? [{ value: 'mixed' as const, label: MIXED }] : []),
              ]}
              readOnly={readOnly}
              onChange={(value) => value !== 'mixed' && each({ criticality: value }, 'criticality')}
            />
          </>
        )}
        {!readOnly && (
          <div className={css.actions}>
            <button type="button" className={css.action} onClick={() => execute(deleteSelection)}>
              <Icon name="delete" size={14} /> Delete
            </button>
          </div>
        )}
      </div>
      {components.length > 0 && <Exposed components={components} />}
    </>
  )
}

function Exposed({ components }: { components: readonly Component[] }) {
  const result = useAnalysis((analysis) => analysis.result)
  if (result === null) return null
  const standings = components.map((component) => standingOf(result, component))
  const count = (test: (standing: (typeof standings)[number]) => boolean) => standings.filter(test).length
  const taken = count(({ exposedBy }) => exposedBy.some(({ kind }) => kind === 'taken'))
  const reached = count(({ exposedBy }) => exposedBy.some(({ kind }) => kind === 'reached'))
  return (
    <Section title="Exposure">
      <Quiet>
        {`${count(({ target }) => target)} critical, ${count(({ held }) => held)} held, ${taken} taken, ${reached} reached.`}
      </Quiet>
    </Section>
  )
}

const inWords = (count: number): string => (count === 1 ? '1 component' : `${count} components`)
