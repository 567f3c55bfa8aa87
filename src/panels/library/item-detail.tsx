import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { removeRecords } from '../../commands/remove.ts'
import type { MitigationControl } from '../../core/catalogue/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EFFECT_WORDS, PROPAGATION_WORDS, RISK_GROUP_WORDS } from '../../ui/record-words.ts'
import { cutWords, uncutWords } from './cut-words.ts'
import { EntryForm } from './entry-form.tsx'
import { ItemReferences } from './item-references.tsx'
import { controlsFor, type LibraryItem, risksNaming } from './library-items.ts'
import css from './library.module.css'
import { PlaceForm } from './place-form.tsx'

/** All that the library says of one entry, and the way to the board. */
export function ItemDetail({ item, editable }: { item: LibraryItem; editable: boolean }) {
  const [isEdited, setIsEdited] = useState(false)
  const { own } = item
  if (own !== null && isEdited)
    return <EntryForm of={item.of} entry={own} onDone={() => setIsEdited(false)} />
  return (
    <>
      <h3 className={css.heading}>
        {item.title}
        {own !== null && <Badge icon="people">own</Badge>}
        {own === null && !item.isVerified && (
          <Badge icon="question" title="Nobody has checked this against its source">
            unverified
          </Badge>
        )}
      </h3>
      {item.description !== '' && <p className={css.prose}>{item.description}</p>}
      {item.of === 'mitigation' ? <Cuts item={item} /> : <WhatCuts item={item} />}
      {item.control !== null && (
        <p className={css.quiet}>
          {item.control.kind}; in the lead: {item.control.owner.split(' ').join(', then ')}; meant for{' '}
          {item.control.appliesTo.join(', ')}
        </p>
      )}
      <ItemReferences item={item} />
      <p className={css.quiet}>{item.source === '' ? 'No source recorded.' : `Source: ${item.source}`}</p>
      {editable && (
        <div className={css.actions}>
          <PlaceForm item={item} />
          {own !== null && (
            <>
              <button type="button" className={css.button} onClick={() => setIsEdited(true)}>
                <Icon name="edit" size={14} /> Edit
              </button>
              <button
                type="button"
                className={css.button}
                onClick={() => execute(removeRecords, { ids: [own.id] })}
              >
                <Icon name="delete" size={14} /> Delete
              </button>
            </>
          )}
        </div>
      )}
    </>
  )
}

function Cuts({ item: { effect, control } }: { item: LibraryItem }) {
  if (effect === null) return null
  const { can, cannot } = cutWords(effect)
  const named = control === null ? [] : risksNaming(control.id)
  return (
    <>
      <dl className={css.facts}>
        <dt>Effect</dt>
        <dd>{EFFECT_WORDS[effect].label}</dd>
        <dt>Can</dt>
        <dd>{can}</dd>
        <dt>Cannot</dt>
        <dd>{cannot}</dd>
      </dl>
      {named.length > 0 && (
        <>
          <h4 className={css.small}>Named for</h4>
          <p className={css.prose}>{named.map(({ title }) => title).join(' · ')}</p>
        </>
      )}
    </>
  )
}

function WhatCuts({ item: { category, propagation } }: { item: LibraryItem }) {
  if (propagation === null) return null
  const controls = category === null ? null : controlsFor(category)
  return (
    <>
      <dl className={css.facts}>
        <dt>Opens</dt>
        <dd>
          {PROPAGATION_WORDS[propagation].label}: {PROPAGATION_WORDS[propagation].means}
        </dd>
        {category !== null && (
          <>
            <dt>Group</dt>
            <dd>{RISK_GROUP_WORDS[category.category].label}</dd>
            <dt>STRIDE</dt>
            <dd>{category.stride.join(', ')}</dd>
            <dt>Evidence</dt>
            <dd>{category.typicalEvidence.join('; ')}</dd>
          </>
        )}
      </dl>
      {controls !== null && controls.cutting.length === 0 && (
        <p className={css.uncut}>
          <Icon name="warning" size={15} /> {uncutWords(propagation)}
        </p>
      )}
      {controls !== null && <Controls title="Can cut it" controls={controls.cutting} />}
      {controls !== null && (
        <Controls title="Only rates or organises, cuts nothing" controls={controls.rating} />
      )}
    </>
  )
}

function Controls({ title, controls }: { title: string; controls: readonly MitigationControl[] }) {
  if (controls.length === 0) return null
  return (
    <>
      <h4 className={css.small}>{title}</h4>
      <ul className={css.bullets}>
        {controls.map((control) => (
          <li key={control.id}>
            {control.title}: <span className={css.quiet}>{EFFECT_WORDS[control.pathEffect].cuts}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
