import { execute } from '../../commands/execute.ts'
import { DEFAULT_POLICY, defaultPolicy, isDefaultPolicy, setAccess, setPlane } from '../../commands/policy.ts'
import type { Policy } from '../../core/model/records.ts'
import { PLANES } from '../../core/model/terms.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ACCESS_POLICY_WORDS, CARRIES_WORDS } from '../../ui/record-words.ts'
import { choicesOf, PLANE_WORDS } from '../../ui/words.ts'
import css from './inspector.module.css'
import { Quiet } from './section.tsx'

/** What links of each plane carry where nothing else says so (AN4), and what access lets in (AN6). */
export function PolicyFields({ policy, readOnly }: { policy: Policy; readOnly: boolean }) {
  const { planes, access } = policy
  return (
    <>
      <Quiet>
        {readOnly ? 'The same for everybody at the board.' : 'Changes the board for everybody.'} A plane
        counts for links that say nothing themselves and whose interface says nothing.
      </Quiet>
      {PLANES.map((plane) => (
        <FieldChoice
          key={plane}
          label={PLANE_WORDS[plane].label}
          value={planes[plane]}
          hint={
            <>
              {PLANE_WORDS[plane].means} {CARRIES_WORDS[planes[plane]].means}
              {planes[plane] !== DEFAULT_POLICY.planes[plane] && (
                <> By default: {CARRIES_WORDS[DEFAULT_POLICY.planes[plane]].label.toLowerCase()}.</>
              )}
            </>
          }
          choices={choicesOf(CARRIES_WORDS)}
          readOnly={readOnly}
          onChange={(carries) => carries !== null && execute(setPlane, { plane, carries })}
        />
      ))}
      <FieldChoice
        label="Access lets in"
        value={access}
        choices={choicesOf(ACCESS_POLICY_WORDS)}
        readOnly={readOnly}
        onChange={(value) => value !== null && execute(setAccess, value)}
      />
      {!readOnly && (
        <div className={css.actions}>
          <button
            type="button"
            className={css.action}
            disabled={isDefaultPolicy(policy)}
            onClick={() => execute(defaultPolicy)}
          >
            <Icon name="undo" size={14} /> Back to defaults
          </button>
        </div>
      )}
    </>
  )
}
