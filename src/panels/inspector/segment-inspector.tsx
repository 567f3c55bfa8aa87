import { place } from '../../commands/arrange.ts'
import { execute } from '../../commands/execute.ts'
import { segmentById, segments } from '../../core/catalogue/segments.ts'
import { zoneById, zones } from '../../core/catalogue/zones.ts'
import type { Note, Segment } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { select } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldPicker } from '../../ui/field-picker.tsx'
import { FieldLongText, FieldTitle } from '../../ui/field-text.tsx'
import { MitigationRow } from './component-lists.tsx'
import { mitigationsNaming } from './cover-view.ts'
import { change, useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import { Quiet, Section, ShortList } from './section.tsx'
import { homeChoices, homePick, membersOf, pathOf, placementIn } from './segment-view.ts'
import { SignOffs } from './sign-offs.tsx'
import { FromCatalogue } from './source-note.tsx'
import { Threats } from './threats-section.tsx'

const KINDS = segments.map(({ id, name }) => ({ value: id, label: name }))
const ZONES = zones.map(({ id, name }) => ({ value: id, label: name }))

export function SegmentInspector({ segment }: { segment: Segment }) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const { id, name, kind, zone } = segment
  const known = zoneById(zone)
  const members = membersOf(model, id)
  const mitigations = mitigationsNaming(model, { segment: id })
  const set = (fields: Partial<Omit<Segment, 'id'>>, label: string) => change('segments', id, fields, label)
  return (
    <>
      <Head icon="segment" kind="Segment" id={id}>
        <FieldTitle
          label="Name"
          value={name}
          readOnly={readOnly}
          onCommit={(text) => set({ name: text }, `Rename ${name}`)}
        />
      </Head>
      <div className={css.fields}>
        <FieldChoice
          label="Kind"
          value={kind}
          none="Own kind"
          hint={
            kind !== null && segmentById(kind) === null ? 'Not in the catalogue: shown as custom' : undefined
          }
          choices={KINDS}
          readOnly={readOnly}
          onChange={(value) => set({ kind: value }, `Set kind of ${name}`)}
        />
        <FieldChoice
          label="Trust zone"
          value={zone}
          none="None"
          hint={known === null ? undefined : sentenceOf(known.description)}
          choices={ZONES}
          readOnly={readOnly}
          onChange={(value) => set({ zone: value }, `Set trust zone of ${name}`)}
        />
        <FieldPicker
          label="Inside"
          value={pathOf(model, segment.parent)}
          chosen={segment.parent === null ? null : `segment:${segment.parent}`}
          readOnly={readOnly}
          find={(query) => homeChoices(useBoard.getState().model, id, query)}
          onPick={(value) => {
            const home = homePick(value)
            const placement =
              home === segment.parent ? null : placementIn(useBoard.getState().model, id, home)
            if (placement !== null) execute(place, { placements: [placement], label: `Move ${name}` })
          }}
        />
      </div>
      <Section title="Components" count={members.all.length}>
        <Quiet>{membersInWords(members.direct.length, members.all.length)}</Quiet>
        {members.all.length > 0 && (
          <button
            type="button"
            className={css.action}
            onClick={() => {
              select(members.all)
              setView({ inspected: null })
            }}
          >
            Select them
          </button>
        )}
      </Section>
      <Section title="Mitigations that cover it" count={mitigations.length}>
        {mitigations.length === 0 && <Quiet>None names this segment or one around it.</Quiet>}
        <ShortList items={mitigations} label="Mitigations that cover it">
          {(mitigation) => (
            <MitigationRow
              key={mitigation.id}
              mitigation={mitigation}
              {...(mitigation.on.some((subject) => 'segment' in subject && subject.segment === id)
                ? {}
                : { also: 'on a segment around it' })}
            />
          )}
        </ShortList>
      </Section>
      <Threats on={{ segment: id }} />
      <SignOffs scope={{ segment: id }} />
      {known !== null && (
        <FromCatalogue record={known}>
          <p className={css.prose}>
            Trust zone {known.name}: {known.description}.
          </p>
        </FromCatalogue>
      )}
    </>
  )
}

function membersInWords(direct: number, all: number): string {
  if (all === 0) return 'None yet: drag components into it.'
  const inside = all - direct
  return inside === 0
    ? `${direct} directly in it.`
    : `${direct} directly in it, ${inside} in segments inside it.`
}

const sentenceOf = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

export function NoteInspector({ note }: { note: Note }) {
  const readOnly = useReadOnly()
  return (
    <>
      <Head icon="note" kind="Note" id={note.id} />
      <div className={css.fields}>
        <FieldLongText
          label="Text"
          value={note.text}
          minRows={5}
          readOnly={readOnly}
          onCommit={(text) => change('notes', note.id, { text }, 'Write note')}
        />
      </div>
    </>
  )
}
