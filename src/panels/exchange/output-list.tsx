import type { OutputId, OUTPUTS } from '../../core/codecs/outputs.ts'
import css from './exchange.module.css'

type Output = (typeof OUTPUTS)[number]

const GROUPS: Readonly<Record<Output['group'], string>> = {
  model: 'Model for a tool',
  picture: 'Picture',
  report: 'Report',
  registers: 'Tables',
}

/** Everything that a board can be written as, one to be chosen. */
export function OutputList({
  outputs,
  chosen,
  onChoose,
}: {
  outputs: readonly Output[]
  chosen: OutputId
  onChoose: (output: OutputId) => void
}) {
  return (
    <div className={css.outputs}>
      {Object.entries(GROUPS).map(([group, words]) => (
        <fieldset key={group} className={css.group}>
          <legend className={css.head}>{words}</legend>
          {outputs
            .filter((output) => output.group === group)
            .map(({ id, name, extension }) => (
              <label key={id} className={css.output}>
                <input type="radio" name="output" checked={id === chosen} onChange={() => onChoose(id)} />
                <span>{name}</span>
                <small className={css.muted}>{extension}</small>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  )
}
