import { useMemo } from 'react'
import { execute } from '../../commands/execute.ts'
import { toggleLegend } from '../../commands/view.ts'
import { useSupposed } from '../../state/supposed.ts'
import { Icon } from '../../ui/icon.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import type { Scene } from '../scene/scene.ts'
import css from './legend.module.css'
import { legendOf } from '../../core/paint/legend-entries.ts'
import { Swatch } from './swatch.tsx'

/** What the marks on the canvas mean: only those that are drawn now. */
export function Legend({ scene: { paint, model } }: { scene: Scene }) {
  const supposed = useSupposed()
  const { components, links } = model
  const parts = useMemo(
    () => legendOf({ paint, model: { components, links }, supposed, states: COVERAGE_WORDS }),
    [paint, components, links, supposed],
  )
  return (
    <section
      className={css.legend}
      aria-label="Legend"
      data-canvas-ui=""
      data-under-band={supposed !== null || undefined}
    >
      <header className={css.top}>
        <h2>Legend</h2>
        <button
          type="button"
          className={css.close}
          aria-label="Close the legend"
          title="Close the legend"
          onClick={() => execute(toggleLegend)}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys */}
      <div className={css.parts} tabIndex={0} role="group" aria-label="Marks that are drawn now">
        {parts.length === 0 && <p>Nothing is marked yet.</p>}
        {parts.map(({ title, entries }) => (
          <section key={title} aria-label={title}>
            <h3 className={css.title}>{title}</h3>
            <ul className={css.entries}>
              {entries.map(({ sign, words, means }) => (
                <li key={words} className={css.entry} title={means}>
                  <span className={css.swatch} aria-hidden>
                    <Swatch of={sign} />
                  </span>
                  {words}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
