import type { Examined } from './analyse.ts'
import type { Cut } from './without.ts'

/** The exposures of all risks of one kind that have the same sources, which are the same but for the risk. */
export type ChokeTask = Readonly<{
  sources: Int32Array
  weakness: boolean
  /** How many risks. */
  weight: number
  /** The exposures of one of them: first … end − 1 of `Exposures`. */
  first: number
  end: number
}>

/** A cut that may end entries on the way of some exposures: their tasks have to be searched anew. */
export type UnsteadyCut = Cut & Readonly<{ tasks: ReadonlySet<ChokeTask> }>

/** What is cleared per component and per link, by number. */
export type Tally = Readonly<{ components: Tallied; links: Tallied }>
export type Tallied = Readonly<{ taken: Int32Array; reached: Int32Array }>

export function chokeTasks({
  compiled: { risks },
  sets: { sets, of },
  exposures: { risk: riskOf, count },
}: Examined): ChokeTask[] {
  const ends = new Int32Array(risks.length)
  for (let i = 0; i < count; i++) ends[riskOf[i] as number] = i + 1
  const tasks = new Map<string, { -readonly [K in keyof ChokeTask]: ChokeTask[K] }>()
  let first = 0
  risks.forEach(({ propagation }, risk) => {
    const end = ends[risk] as number
    const sources = sets[of[risk] as number]
    if (sources === undefined || end === 0) return
    const key = `${propagation} ${of[risk]}`
    const known = tasks.get(key)
    if (known === undefined)
      tasks.set(key, { sources, weakness: propagation === 'weakness', weight: 1, first, end })
    else known.weight++
    first = end
  })
  return [...tasks.values()]
}
