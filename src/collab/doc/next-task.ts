/** Lets the page do what it has to between two pieces of long work. */
export const nextTask = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 0))

const SLICE_MS = 10

/** Does long work a slice at a time, each in a task of its own. */
export async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
  for (;;) {
    await nextTask()
    const until = performance.now() + SLICE_MS
    do {
      const step = work.next()
      if (step.done === true) return step.value
    } while (performance.now() < until)
  }
}
