import { useState } from 'react'
import { type Concentration, concentration, type Spot } from '../../core/analysis/concentration.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { select } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import { nameOfShare, noticesOf, percent } from './concentration-words.ts'
import css from './concentration.module.css'
import { VendorGone } from './vendor-gone.tsx'

/** Who supplies how much of what, against the cap, and what hangs on one supplier. */
export function ConcentrationPanel() {
  const model = useBoard((board) => board.model)
  const date = useAnalysis(todayOf)
  const [asTable, setAsTable] = useState(false)
  if (model.components.length === 0)
    return <EmptyState icon="vendor" title="Nothing to share out: the board has no components." />
  if (date === null) return <EmptyState icon="vendor" title="Analysing the board…" />
  const found = concentration(model, date)
  const spots = [...found.segments, ...found.functions]
  return (
    <div className={css.panel}>
      <div className={css.bar}>
        <Switch on={asTable} onSwitch={() => setAsTable(!asTable)}>
          As a table
        </Switch>
        <span className={css.quiet}>
          Shares by weight; a component without one counts 1. The cap of {found.cap} % is for restricted
          vendors{found.restricted.length === 0 ? ', of which there are none on this board' : ''}.
        </span>
      </div>
      <div className={css.columns}>
        {asTable ? (
          <SharesTable spots={spots} cap={found.cap} />
        ) : (
          <div className={css.spots}>
            <Spots title="Segments" spots={found.segments} found={found} />
            <Spots title="Functions" spots={found.functions} found={found} />
          </div>
        )}
        <VendorGone />
      </div>
    </div>
  )
}

const useNames = () => {
  const model = useBoard((board) => board.model)
  return {
    vendor: (id: string) => nameOf(model, id),
    spot: ({ of, id }: Spot) => (of === 'segment' ? nameOf(model, id) : (functionById(id)?.name ?? id)),
  }
}

function Spots({
  title,
  spots,
  found,
}: Readonly<{ title: string; spots: readonly Spot[]; found: Concentration }>) {
  const names = useNames()
  if (spots.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={css.title}>{title}</h2>
      <ul className={css.list}>
        {spots.map((spot) => (
          <li key={spot.id} className={css.spot}>
            <h3 className={css.name}>{names.spot(spot)}</h3>
            <Notices spot={spot} cap={found.cap} />
            <ul className={css.list} aria-label={`Shares of ${names.spot(spot)}`}>
              {spot.shares.map((share) => (
                <li key={share.vendor ?? ''}>
                  <button
                    type="button"
                    className={css.share}
                    title="Select on the canvas"
                    onClick={() => show(share.components)}
                  >
                    <span className={css.vendor}>{nameOfShare(share, names.vendor)}</span>
                    {share.restricted && <span className={css.quiet}>restricted</span>}
                    <span className={css.track} aria-hidden>
                      <span
                        className={css.fill}
                        data-unknown={share.vendor === null || undefined}
                        data-restricted={share.restricted || undefined}
                        style={{ width: `${share.share * 100}%` }}
                      />
                      {share.restricted && <span className={css.cap} style={{ left: `${found.cap}%` }} />}
                    </span>
                    <span className={css.figure}>{percent(share.share, found.cap)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notices({ spot, cap }: Readonly<{ spot: Spot; cap: number }>) {
  const names = useNames()
  return noticesOf(spot, cap, names.vendor).map((notice) => (
    <p key={notice} className={css.notice}>
      <Icon name="warning" size={13} /> {notice}
    </p>
  ))
}

function SharesTable({ spots, cap }: Readonly<{ spots: readonly Spot[]; cap: number }>) {
  const names = useNames()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached by keys
    <div className={css.spots} role="region" aria-label="Shares as a table" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Vendor</th>
            <th scope="col">Components</th>
            <th scope="col">Share</th>
            <th scope="col">Notice</th>
          </tr>
        </thead>
        <tbody>
          {spots.flatMap((spot) =>
            spot.shares.map((share) => (
              <tr key={`${spot.of} ${spot.id} ${share.vendor ?? ''}`}>
                <th scope="row">{names.spot(spot)}</th>
                <td>
                  <button type="button" className={css.plain} onClick={() => show(share.components)}>
                    {nameOfShare(share, names.vendor)}
                    {share.restricted && ' (restricted)'}
                  </button>
                </td>
                <td>{share.components.length}</td>
                <td>{percent(share.share, cap)}</td>
                <td>{noticesOf(spot, cap, names.vendor).join('; ')}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

function show(components: readonly string[]): void {
  select([...components])
  setView({ inspected: null })
}
