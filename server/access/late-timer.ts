/** Waits at most this long at once: a timer beyond 2^31 ms fires at once, and a machine that slept has set its clock. */
const LONGEST_WAIT_MS = 3_600_000

/** Runs `run` when the clock shows `time` (ms since 1970), however far that is. Returns how to call it off. */
export function runAt(time: number, run: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    const left = Math.min(time - Date.now(), LONGEST_WAIT_MS)
    timer = setTimeout(() => (Date.now() >= time ? run() : wait()), left)
    timer.unref()
  }
  wait()
  return () => clearTimeout(timer)
}
