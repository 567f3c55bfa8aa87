import { useMemo, useState } from 'react'
import {
  ASSURANCE_SCHEMES,
  type AssuranceDocument,
  assuranceDocuments,
} from '../../core/catalogue/assurance.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { mitigationById } from '../../core/catalogue/mitigations.ts'
import { useBoard } from '../../state/board-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type AssuranceFilter, componentsByFunction, findDocuments } from './assurance-rows.ts'
import css from './library.module.css'

/** Which assurance document concerns which function, and what of it stands on the board. */
export function AssuranceDocuments() {
  const components = useBoard((board) => board.model.components)
  const onBoard = useMemo(() => componentsByFunction(components), [components])
  const [filter, setFilter] = useState<AssuranceFilter>({ query: '', scheme: null, onBoard: false })
  const found = findDocuments(assuranceDocuments(), filter, onBoard)
  return (
    <>
      <div className={css.bar}>
        <SearchField
          className={css.search}
          label="Search the assurance documents"
          placeholder="Documents, functions, mitigations"
          value={filter.query}
          onChange={(query) => setFilter({ ...filter, query })}
        />
        <select
          className={css.select}
          aria-label="Scheme"
          value={filter.scheme ?? ''}
          onChange={(event) => {
            const scheme = ASSURANCE_SCHEMES.find((each) => each === event.currentTarget.value) ?? null
            setFilter({ ...filter, scheme })
          }}
        >
          <option value="">NESAS and SCAS</option>
          {ASSURANCE_SCHEMES.map((scheme) => (
            <option key={scheme}>{scheme}</option>
          ))}
        </select>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={filter.onBoard}
            onChange={(event) => setFilter({ ...filter, onBoard: event.currentTarget.checked })}
          />
          Only for functions on this board
        </label>
        <span className={css.counted} role="status">
          {found.length} {found.length === 1 ? 'document' : 'documents'}
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached by keys */}
      <div className={css.documents} role="region" aria-label="Assurance documents" tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 112 }}>
                Document
              </th>
              <th scope="col">About</th>
              <th scope="col">Functions concerned</th>
              <th scope="col">Named by</th>
              <th scope="col" style={{ width: 280 }}>
                Source
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((document) => (
              <Row key={document.id} document={document} onBoard={onBoard} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={css.quiet}>No document matches.</p>}
      </div>
    </>
  )
}

type RowProps = Readonly<{ document: AssuranceDocument; onBoard: ReadonlyMap<string, number> }>

function Row({ document, onBoard }: RowProps) {
  const { id, about, source, url, seen, seenInWords, functions, controls } = document
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>{about}</td>
      <td>
        {functions.length === 0 ? '–' : functions.map((fn) => inWords(fn, onBoard.get(fn) ?? 0)).join(', ')}
      </td>
      <td>
        {controls.length === 0 ? '–' : controls.map((each) => mitigationById(each)?.title ?? each).join('; ')}
      </td>
      <td>
        {url === null ? (
          source
        ) : (
          <a href={url} target="_blank" rel="noreferrer" className={css.link}>
            {source}
          </a>
        )}{' '}
        {!seen && (
          <Badge icon="question" title="Nobody has checked this against its source">
            unverified
          </Badge>
        )}
        {seenInWords !== null && <span className={css.quiet}>looked up: {seenInWords}</span>}
      </td>
    </tr>
  )
}

const inWords = (fn: string, count: number): string =>
  `${functionById(fn)?.name ?? fn}${count === 0 ? '' : ` (${count} on this board)`}`
