/** Long enough to get on, short enough to be interrupted. */
const TURN_MS = 8

export type Pace = Readonly<{
  /** Milliseconds since some moment. */
  now: () => number
  /** Calls in a task of its own, after those that wait already. */
  later: (work: () => void) => void
}>

export function workerPace(): Pace {
  const tasks = new MessageChannel()
  const waiting: (() => void)[] = []
  tasks.port1.addEventListener('message', () => waiting.shift()?.())
  tasks.port1.start()
  return {
    now: () => performance.now(),
    later: (work) => {
      waiting.push(work)
      tasks.port2.postMessage(null)
    },
  }
}

/**
 * Does one job at a time, step by step, for some milliseconds in a task of its own, then in the next: messages that came
 * meanwhile are taken in between. What is begun takes the place of what is under way. `look` sees every step.
 */
export function takeTurns<Step>(
  look: (step: Step) => void,
  { now, later }: Pace,
): (job: Iterator<Step>) => void {
  let job: Iterator<Step> | null = null
  let isWaiting = false
  const wake = () => {
    if (!isWaiting) later(turn)
    isWaiting = true
  }
  const turn = () => {
    isWaiting = false
    const until = now() + TURN_MS
    do {
      const step = job?.next()
      if (step === undefined || step.done === true) {
        job = null
        return
      }
      look(step.value)
    } while (now() < until)
    wake()
  }
  return (next) => {
    job = next
    wake()
  }
}
