import { addMitigation } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { carriesOf } from '../../core/analysis/network.ts'
import { interfaceById } from '../../core/catalogue/interfaces.ts'
import type { Link } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { linkName, nameOf } from '../../state/record-names.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { AddPicker, FieldPicker } from '../../ui/field-picker.tsx'
import { FieldText, FieldTitle } from '../../ui/field-text.tsx'
import { CARRIES_WORDS, DIRECTION_WORDS } from '../../ui/record-words.ts'
import { choicesOf, inWords, PLANE_WORDS } from '../../ui/words.ts'
import { MitigationRow } from './component-lists.tsx'
import { mitigationsNaming } from './cover-view.ts'
import { change, orNull, showRecord, useReadOnly } from './editing.ts'
import { Head } from './head.tsx'
import css from './inspector.module.css'
import {
  carriesByDefault,
  carriesInWords,
  interfaceChoices,
  planeByDefault,
  planeInWords,
} from './link-view.ts'
import { controlsForLink } from './mitigation-view.ts'
import { Quiet, Row, Section, ShortList } from './section.tsx'
import { Facts, FromCatalogue } from './source-note.tsx'
import { Threats } from './threats-section.tsx'

type Props = Readonly<{ link: Link }>

export function LinkInspector({ link }: Props) {
  const readOnly = useReadOnly()
  const policy = useBoard((board) => board.model.meta.policy)
  const { id, direction, plane, carries } = link
  const name = linkName(link)
  const set = (fields: Partial<Omit<Link, 'id'>>, label: string) => change('links', id, fields, label)
  const plane0 = planeByDefault(link)
  return (
    <>
      <Head icon="link" kind="Link" id={id}>
        <FieldTitle
          label="Name"
          value={link.name ?? ''}
          placeholder={name}
          readOnly={readOnly}
          mayEmpty
          onCommit={(text) => set({ name: orNull(text) }, `Rename ${name}`)}
        />
      </Head>
      <Ends link={link} />
      <div className={css.fields}>
        <InterfaceField link={link} />
        <FieldChoice
          label="Direction"
          value={direction}
          choices={choicesOf(DIRECTION_WORDS)}
          readOnly={readOnly}
          onChange={(value) => value !== null && set({ direction: value }, `Set direction of ${name}`)}
        />
        <FieldChoice
          label="Plane"
          value={plane}
          none={planeInWords(plane0)}
          hint={inWords(PLANE_WORDS[plane ?? plane0.value])}
          choices={choicesOf(PLANE_WORDS)}
          readOnly={readOnly}
          onChange={(value) => set({ plane: value }, `Set plane of ${name}`)}
        />
        <FieldChoice
          label="Carries"
          value={carries}
          none={carriesInWords(carriesByDefault(link, policy))}
          hint={inWords(CARRIES_WORDS[carriesOf(link, policy)])}
          choices={choicesOf(CARRIES_WORDS)}
          readOnly={readOnly}
          onChange={(value) => set({ carries: value }, `Set what ${name} carries`)}
        />
        <FieldText
          label="Protection"
          value={link.protection ?? ''}
          placeholder="TLS 1.3, IPsec, none"
          hint="A note of what is in place. It cuts no route: a mitigation on the link does."
          readOnly={readOnly}
          onCommit={(text) => set({ protection: orNull(text) }, `Set protection of ${name}`)}
        />
      </div>
      <LinkMitigations link={link} />
      <Threats on={{ link: id }} />
      <InterfaceFacts id={link.interface} />
    </>
  )
}

/** The two ends in their order, which says who controls whom. */
function Ends({ link }: Props) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const { id, from, to } = link
  if (from === null || to === null) return null
  const [near, far] = [nameOf(model, from), nameOf(model, to)]
  const owns = carriesOf(link, model.meta.policy) === 'control'
  return (
    <div className={css.ends} role="group" aria-label="Ends">
      <ul className={css.list} aria-label="Ends">
        <Row icon="component" detail="Controlling end" onOpen={() => showRecord('components', from)}>
          {near}
        </Row>
        <Row
          icon="component"
          detail={owns ? `Controlled: whoever holds ${near} owns it` : 'Far end'}
          onOpen={() => showRecord('components', to)}
        >
          {far}
        </Row>
      </ul>
      {!readOnly && (
        <ActionButton
          label={`Swap ends: make ${far} the controlling end`}
          icon="swap"
          onClick={() => change('links', id, { from: to, to: from }, `Swap ends of ${linkName(link)}`)}
        />
      )}
    </div>
  )
}

function InterfaceField({ link }: Props) {
  const readOnly = useReadOnly()
  const { id, interface: current } = link
  const known = interfaceById(current)
  return (
    <FieldPicker
      label="Interface"
      value={known?.name ?? current ?? 'Own'}
      chosen={current ?? ''}
      hint={known === null && current !== null ? 'Not in the catalogue: shown as custom' : undefined}
      readOnly={readOnly}
      find={(query) => interfaceChoices(useBoard.getState().model, link, query)}
      onPick={(value) => {
        const picked = orNull(value)
        if (picked !== current)
          change('links', id, { interface: picked }, `Set interface of ${linkName(link)}`)
      }}
    />
  )
}

function LinkMitigations({ link }: Props) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const here = mitigationsNaming(model, { link: link.id })
  return (
    <Section title="Mitigations on it" count={here.length}>
      {here.length === 0 && <Quiet>None names this link.</Quiet>}
      <ShortList items={here} label="Mitigations on it">
        {(mitigation) => <MitigationRow key={mitigation.id} mitigation={mitigation} />}
      </ShortList>
      <AddPicker
        label="Add a mitigation on this link"
        placeholder="Add a mitigation on this link"
        readOnly={readOnly}
        find={controlsForLink}
        onPick={(control) => execute(addMitigation, { control, treats: [], on: [{ link: link.id }] })}
      />
    </Section>
  )
}

function InterfaceFacts({ id }: { id: string | null }) {
  const known = interfaceById(id)
  if (known === null) return null
  return (
    <FromCatalogue record={known}>
      <Facts
        facts={[
          ['Interface', known.name],
          ['Protocol', known.protocol],
          ['Protection', known.protect],
          ['Note', known.note],
        ]}
      />
    </FromCatalogue>
  )
}
