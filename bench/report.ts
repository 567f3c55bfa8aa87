import type { Timed } from './measure.ts'

export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`
export const inTimes = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0)}×`
export const inThousands = (count: number): string => count.toLocaleString('en-GB')

export const title = (text: string): void => console.log(`\n${text}`)
export const note = (text: string): void => console.log(`  ${text}`)

/** Names to the left, figures to the right. */
export function table(rows: readonly (readonly [name: string, ...figures: string[]])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, ...figures] of rows)
    note(`${name.padEnd(width)}${figures.map((figure) => figure.padStart(18)).join('')}`)
}

export const inRuns = ({ ms, runs }: Timed): string => (runs === 1 ? `(1 run) ${inMs(ms)}` : inMs(ms))

type Bar = Readonly<{ what: string; figure: number; unit: 'ms' | '×' | 'bytes' | 'MB' }> &
  Readonly<{ least: number } | { most: number }>

/** Says whether a bar is met; a bench never fails for it. */
export function bar(bar: Bar): void {
  const { what, figure, unit } = bar
  const say = (value: number) =>
    unit === 'ms' ? inMs(value) : unit === '×' ? inTimes(value) : `${value.toFixed(1)} ${unit}`
  const plain = (value: number) => (unit === '×' ? `${value}×` : `${value} ${unit}`)
  const met = 'least' in bar ? figure >= bar.least : figure <= bar.most
  const limit = 'least' in bar ? `≥ ${plain(bar.least)}` : `≤ ${plain(bar.most)}`
  note(`${met ? 'met    ' : 'NOT MET'} ${what}: bar ${limit}: ${say(figure)}`)
}
