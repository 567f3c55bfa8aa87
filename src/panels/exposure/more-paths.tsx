import { useEffect, useMemo, useRef, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { showPath } from '../../commands/hops.ts'
import { useBoard } from '../../state/board-store.ts'
import type { ExposureKey } from '../../state/selection-store.ts'
import { isSamePath } from '../../state/shown-path.ts'
import { MOST_PATHS } from '../../state/spotlight-keeper.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './exposure-explanation.module.css'
import { hopsInWords } from './exposure-rows.ts'
import { endOfPaths, type PathRow, pathRows } from './other-paths.ts'

const AT_A_TIME = 10

/** The loopless paths of an exposure, to look at one of them in place of the shown one. */
export function MorePaths({ risk, target }: ExposureKey) {
  const [most, setMost] = useState(AT_A_TIME)
  const question = useMemo(() => ({ of: 'paths' as const, risk, target, most }), [risk, target, most])
  const { answer, waiting, failed } = useAnswer(question)
  const model = useBoard((board) => board.model)
  const rows = useMemo(() => pathRows(model, answer ?? []), [model, answer])
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section ref={section} className={classes.paths} aria-label="More paths">
      <p className={classes.quiet}>
        Loopless paths from where the risk is live to the target, the shortest first. The exposure is rated by
        the shown path.
      </p>
      {failed !== null && <p className={classes.quiet}>The paths cannot be listed now: {failed}</p>}
      <ol className={classes.pathList}>
        {rows.map((row) => (
          <Path key={`${row.path.source} ${row.path.links.join(' ')}`} row={row} />
        ))}
      </ol>
      {answer === undefined ? (
        failed === null && <p className={classes.quiet}>Looking for paths…</p>
      ) : (
        <p className={classes.quiet} role="status">
          {waiting ? 'Looking for paths…' : endOfPaths(answer.length, most, MOST_PATHS)}{' '}
          {!waiting && answer.length >= most && most < MOST_PATHS && (
            <button
              type="button"
              className={classes.fact}
              onClick={() => setMost(Math.min(MOST_PATHS, most + AT_A_TIME))}
            >
              Look for {AT_A_TIME} more
            </button>
          )}
        </p>
      )}
    </section>
  )
}

function Path({ row: { path, components, over, isShown } }: { row: PathRow }) {
  const chosen = useSpotlight((spotlight) => spotlight.path)
  const pressed = chosen === null ? isShown : isSamePath(path, chosen)
  return (
    <li>
      <button
        type="button"
        className={classes.path}
        aria-pressed={pressed}
        onClick={() => execute(showPath, isShown || pressed ? null : path)}
      >
        <span className={classes.pathHead}>
          {hopsInWords(path.hops)} {isShown && <span className={classes.tag}>shown path</span>}
        </span>
        <span className={classes.way}>
          {components.map((name, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same name may come twice, the same place may not
            <span key={index}>
              {index > 0 && <Icon name="right" size={12} />}
              {name}
            </span>
          ))}
        </span>
        {over !== null && <span className={classes.over}>over {over.join(', ')}</span>}
      </button>
    </li>
  )
}
