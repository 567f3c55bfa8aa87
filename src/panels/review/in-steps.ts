/** Does a step in each task, so that the page answers in between. Returns its stopping. */
export function inSteps(steps: Iterator<void>): () => void {
  let timer = setTimeout(next, 0)
  function next() {
    if (steps.next().done !== true) timer = setTimeout(next, 0)
  }
  return () => clearTimeout(timer)
}
