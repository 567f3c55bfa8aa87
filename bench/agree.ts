import { NONE, type SearchAnswer, type SearchProblem, TAKEN } from './rivals/problem.ts'

type Named = Readonly<{ name: string; problem: SearchProblem; answer: SearchAnswer }>

/**
 * Throws where an answer differs from the first, or where a path does not lead from a source over steps to its target. The
 * problems are of one network; the sets of each are the first of those of the first.
 */
export function checkAnswers(answers: readonly Named[]): void {
  const first = answers[0]
  if (first === undefined) return
  const steps = stepsOf(first.problem)
  for (const { name, problem, answer } of answers) {
    same(`${name}: held`, answer.held, first.answer.held)
    answer.sets.forEach(({ kinds, hops }, set) => {
      same(`${name}: kinds of set ${set}`, kinds, first.answer.sets[set]?.kinds)
      same(`${name}: hops of set ${set}`, hops, first.answer.sets[set]?.hops)
    })
    if (answer.sets.length !== problem.sets.length) throw new Error(`${name}: a set is missing`)
    checkPaths({ name, problem, answer }, steps)
  }
}

function stepsOf({ ids, tail, head }: SearchProblem): Set<number> {
  const steps = new Set<number>()
  for (let arc = 0; arc < tail.length; arc++)
    steps.add((tail[arc] as number) * ids.length + (head[arc] as number))
  return steps
}

function same(what: string, found: ArrayLike<number>, expected: ArrayLike<number> | undefined): void {
  if (found.length !== expected?.length) throw new Error(`${what}: another number of them`)
  for (let i = 0; i < found.length; i++)
    if (found[i] !== expected[i]) throw new Error(`${what}: ${found[i]} at ${i}, not ${expected[i]}`)
}

function checkPaths({ name, problem, answer }: Named, steps: ReadonlySet<number>): void {
  const { ids, sets, targets, doorStart, doorTails } = problem
  answer.sets.forEach(({ kinds, hops, pathTo }, set) => {
    const sources = new Set(sets[set])
    targets.forEach((target, place) => {
      if (kinds[place] === NONE) return
      const path = pathTo(place)
      const doors = doorTails.subarray(doorStart[place], doorStart[place + 1])
      const leads = path.slice(1).every((node, i) => {
        const before = path[i] as number
        const last = i + 2 === path.length && kinds[place] !== TAKEN
        return last ? doors.includes(before) : steps.has(before * ids.length + node)
      })
      const whole = path.length - 1 === hops[place] && path.at(-1) === target && sources.has(path[0] ?? -1)
      if (!leads || !whole)
        throw new Error(`${name}: no path to ${ids[target]} from set ${set}: ${path.join()}`)
    })
  })
}
