/** A collection of sets over 0 … weights.length − 1, and what each element costs (not negative). */
export type HittingProblem = Readonly<{ weights: readonly number[]; sets: readonly (readonly number[])[] }>

export type HittingSet = Readonly<{
  /** Ascending. */
  elements: readonly number[]
  weight: number
  /** Steps of the search that it took. */
  steps: number
}>

/**
 * The set of least total weight, and among those of fewest elements, that has an element in common with each of the sets,
 * none of which may be empty. Exact, by branch and bound; null when that takes more than `budget` steps.
 */
export function leastHittingSet({ weights, sets }: HittingProblem, budget: number): HittingSet | null {
  const weightOf = (element: number) => weights[element] ?? 0
  const banned = new Uint8Array(weights.length)
  const chosen: number[] = []
  let best: { elements: readonly number[]; weight: number } | null = null
  let steps = 0

  /** Disjoint sets that are still to be hit need an element each, every one of them at least its cheapest. */
  const lowest = (open: readonly (readonly number[])[]): { weight: number; count: number } => {
    const used = new Set<number>()
    let [weight, count] = [0, 0]
    for (const set of open) {
      if (set.some((element) => used.has(element))) continue
      for (const element of set) used.add(element)
      weight += Math.min(...set.map(weightOf))
      count++
    }
    return { weight, count }
  }
  const isWorse = (weight: number, count: number): boolean => {
    if (best === null) return false
    const difference = weight - best.weight
    return difference > ROUNDING || (difference > -ROUNDING && count >= best.elements.length)
  }
  const search = (): void => {
    if (++steps > budget) return
    const open = sets
      .filter((set) => !set.some((element) => chosen.includes(element)))
      .map((set) => set.filter((element) => banned[element] === 0))
      .sort((a, b) => a.length - b.length)
    const weight = sum(chosen.toSorted((a, b) => a - b).map(weightOf))
    const least = lowest(open)
    if (isWorse(weight + least.weight, chosen.length + least.count)) return
    const [tightest] = open
    if (tightest === undefined) {
      best = { elements: chosen.toSorted((a, b) => a - b), weight }
      return
    }
    const choices = tightest.toSorted((a, b) => weightOf(a) - weightOf(b) || a - b)
    for (const element of choices) {
      chosen.push(element)
      search()
      chosen.pop()
      banned[element] = 1
    }
    for (const element of choices) banned[element] = 0
  }
  search()
  return best === null || steps > budget
    ? null
    : { ...(best as { elements: readonly number[]; weight: number }), steps }
}

/** Below this, two sums of weights that people wrote down are the same one, added up in another order. */
const ROUNDING = 1e-9

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
