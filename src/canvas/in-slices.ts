/** Leaves room in each frame for everything else. */
const SLICE_MS = 10

/** Goes on with long work for one slice: `goOn` does some of it, and says whether that was the last. */
export function oneSlice(goOn: (hasTime: () => boolean) => boolean): boolean {
  const until = performance.now() + SLICE_MS
  return goOn(() => performance.now() < until)
}

/** Does long work a slice at a time, each in a task of its own, and says when it is done. Returns its stopping. */
export function inSlices(goOn: (hasTime: () => boolean) => boolean, done: () => void): () => void {
  const next = () => {
    if (oneSlice(goOn)) done()
    else timer = setTimeout(next)
  }
  let timer = setTimeout(next)
  return () => clearTimeout(timer)
}
