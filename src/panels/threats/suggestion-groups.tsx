import { useRef, useState } from 'react'
import {
  type Suggestion,
  STRIDE_SOURCE,
  THREAT_SOURCES,
  type ThreatSource,
} from '../../core/analysis/threats/suggestion.ts'
import { attack } from '../../core/catalogue/attack.ts'
import { fight } from '../../core/catalogue/fight.ts'
import { isVerified } from '../../core/catalogue/verified.ts'
import type { CommentSubject } from '../../core/model/records.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SuggestionItem } from './suggestion-item.tsx'
import css from './threats.module.css'

const GROUPS: Readonly<Record<ThreatSource, Readonly<{ title: string; note: string; none: string }>>> = {
  stride: {
    title: 'STRIDE',
    note: `Source: ${STRIDE_SOURCE.source}.`,
    none: 'Nothing more. STRIDE speaks of components and links: a segment is neither.',
  },
  fight: {
    title: 'MITRE FiGHT',
    note: `Source: ${fight._source.name}, ${fight._source.version}. ${fight._source.notice}`,
    none: 'Nothing more that FiGHT’s data ties to this.',
  },
  attack: {
    title: 'MITRE ATT&CK',
    note: `Source: ${attack._source.name}, ${attack._source.version}. ${attack._source.notice}`,
    none: 'Nothing more that ATT&CK’s data ties to this.',
  },
}

type Props = Readonly<{ on: CommentSubject; suggestions: readonly Suggestion[] }>

/** The proposals by where they come from, each part with its notice. */
export function SuggestionGroups({ on, suggestions }: Props) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = suggestions.filter((each) => holds(each, query))
  /** What is recorded leaves the list, and the focus goes to what takes its place. */
  const keepFocus = (technique: string) => {
    const steps = [...(list.current?.querySelectorAll<HTMLElement>('[data-technique]') ?? [])]
    const at = steps.findIndex((step) => step.dataset['technique'] === technique)
    const next = (steps[at + 1] ?? steps[at - 1])?.dataset['technique']
    requestAnimationFrame(() => {
      const item = [...(list.current?.querySelectorAll<HTMLElement>('[data-technique]') ?? [])].find(
        (step) => step.dataset['technique'] === next,
      )
      const target = item?.querySelector('button') ?? list.current?.querySelector('input')
      target?.focus()
    })
  }
  return (
    <div ref={list}>
      <SearchField
        label="Filter the proposals"
        placeholder="Filter"
        value={query}
        onChange={setQuery}
        className={css.search}
      />
      {THREAT_SOURCES.map((of) => (
        <Group
          key={of}
          of={of}
          on={on}
          suggestions={found.filter((each) => each.of === of)}
          filtered={query.trim() !== ''}
          onDone={keepFocus}
        />
      ))}
    </div>
  )
}

function holds({ technique, title, why, status }: Suggestion, query: string): boolean {
  const text = `${technique} ${title} ${why} ${status ?? ''}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const FIRST_SHOWN = 12

function Group({
  of,
  on,
  suggestions,
  filtered,
  onDone,
}: Props & Readonly<{ of: ThreatSource; filtered: boolean; onDone: (technique: string) => void }>) {
  const [all, setAll] = useState(false)
  const { title, note, none } = GROUPS[of]
  const shown = all ? suggestions : suggestions.slice(0, FIRST_SHOWN)
  return (
    <section className={css.group} aria-label={title}>
      <h3 className={css.heading}>
        {title} <span className={css.count}>{suggestions.length}</span>
        {of === 'stride' && !isVerified(STRIDE_SOURCE) && (
          <Badge icon="question" title="Nobody has checked this against its source">
            unverified
          </Badge>
        )}
      </h3>
      {suggestions.length === 0 && (
        <p className={css.quiet}>{filtered ? 'Nothing holds all of these words.' : none}</p>
      )}
      <ul className={css.list} aria-label={`Proposals from ${title}`}>
        {shown.map((suggestion) => (
          <SuggestionItem
            key={suggestion.technique}
            on={on}
            suggestion={suggestion}
            onDone={() => onDone(suggestion.technique)}
          />
        ))}
      </ul>
      {suggestions.length > shown.length && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          <Icon name="down" size={14} /> Show all {suggestions.length}
        </button>
      )}
      <p className={css.note}>{note}</p>
    </section>
  )
}
