import { useRef, useState } from 'react'
import { applyFix, revealFinding } from '../../commands/checks.ts'
import { execute } from '../../commands/execute.ts'
import type { Finding } from '../../core/analysis/checks/findings.ts'
import css from './checks.module.css'
import { WaiveForm } from './waive-form.tsx'

export function FindingRow({ finding, editable }: Readonly<{ finding: Finding; editable: boolean }>) {
  const [waiving, setWaiving] = useState(false)
  const { words, fix } = finding
  const button = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setWaiving(false)
    button.current?.focus()
  }
  return (
    <li className={css.row}>
      <div className={css.line}>
        <button type="button" className={css.words} onClick={() => execute(revealFinding, finding)}>
          {words}
        </button>
        {editable && fix !== undefined && (
          <button
            type="button"
            className={css.action}
            aria-label={fix.label}
            title={fix.label}
            onClick={() => execute(applyFix, fix)}
          >
            Fix
          </button>
        )}
        {editable && (
          <button
            type="button"
            className={css.action}
            ref={button}
            aria-expanded={waiving}
            aria-label={`Waive: ${words}`}
            onClick={() => setWaiving(!waiving)}
          >
            Waive…
          </button>
        )}
      </div>
      {waiving && <WaiveForm finding={finding} onDone={leave} />}
    </li>
  )
}
