import type { PictureChoice } from '../../core/codecs/outputs.ts'
import { useExchange } from '../../state/exchange-store.ts'
import { type Mode, useView } from '../../state/view-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import css from './exchange.module.css'

type Choice = PictureChoice

/** What the fields hold. */
export type PictureForm = Readonly<{
  show: 'all' | 'selection' | 'path'
  theme: Choice['theme']
  mode: Choice['mode']
  legend: boolean
  scale: number
}>

const MODES: Readonly<Record<Mode, Choice['mode']>> = {
  model: 'plain',
  exposure: 'exposure',
  coverage: 'coverage',
}

/** As the board is looked at now, and as pictures were asked for before. */
export function startingPicture(): PictureForm {
  const { theme, legend, scale } = useExchange.getState()
  return {
    show: useSelection.getState().exposure === null ? 'all' : 'path',
    theme,
    mode: MODES[useView.getState().mode],
    legend,
    scale,
  }
}

/** What the fields mean on the board as it is now. */
export function choiceFor({ show, theme, mode, legend, scale }: PictureForm): Choice {
  const { ids, exposure } = useSelection.getState()
  if (show === 'path' && exposure !== null)
    return { theme, mode: 'exposure', legend, scale, show: { exposure } }
  return {
    theme,
    mode,
    legend,
    scale,
    show: show === 'selection' && ids.size > 0 ? { ids: [...ids] } : { all: true },
  }
}

const SCALES = [1, 2, 3, 4] as const

/** What a picture shows and how. */
export function PictureFields({
  value,
  onChange,
  isPng,
  isReport,
}: {
  value: PictureForm
  onChange: (value: PictureForm) => void
  isPng: boolean
  isReport: boolean
}) {
  const selected = useSelection(({ ids }) => ids.size)
  const hasPath = useSelection(({ exposure }) => exposure !== null)
  const set = (change: Partial<PictureForm>) => onChange({ ...value, ...change })
  return (
    <div className={css.fields}>
      <Select
        label={isReport ? 'Diagram shows' : 'Shows'}
        value={value.show}
        onChange={(show) => set({ show })}
        options={[
          ['all', 'The whole board'],
          ['selection', `What is selected (${selected})`, selected === 0],
          ['path', 'The exposure that is shown', !hasPath],
        ]}
      />
      <Select
        label="Marks"
        value={value.show === 'path' ? 'exposure' : value.mode}
        onChange={(mode) => set({ mode })}
        options={[
          ['exposure', 'Exposure'],
          ['coverage', 'Coverage', value.show === 'path'],
          ['plain', 'None', value.show === 'path'],
        ]}
      />
      <Select
        label="Colours"
        value={value.theme}
        onChange={(theme) => set({ theme })}
        options={[
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
      />
      {isPng && (
        <Select
          label="Size"
          value={String(value.scale)}
          onChange={(scale) => set({ scale: Number(scale) })}
          options={SCALES.map((scale) => [
            String(scale),
            scale === 1 ? 'As on the canvas' : `${scale} times`,
          ])}
        />
      )}
      <label className={css.output}>
        <input type="checkbox" checked={value.legend} onChange={() => set({ legend: !value.legend })} />
        <span>With a legend of the marks</span>
      </label>
    </div>
  )
}

function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly (readonly [value: Value, words: string, disabled?: boolean])[]
  onChange: (value: Value) => void
}) {
  return (
    <label className={css.select}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {options.map(([each, words, disabled = false]) => (
          <option key={each} value={each} disabled={disabled}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
