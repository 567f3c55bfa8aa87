/** Does a step in each task, so that the page answers in between; then what follows. Returns its stopping. */
export function inSteps(steps: Iterator<void>, then: () => void = () => undefined): () => void {
  let timer = setTimeout(next, 0)
  function next() {
    if (steps.next().done === true) then()
    else timer = setTimeout(next, 0)
  }
  return () => clearTimeout(timer)
}
