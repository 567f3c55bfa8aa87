const WAIT_MS = 2_000

let isDone = false

/**
 * Fetches, once and at leisure, the parts of the app that are loaded when they are first asked for, so that the browser's
 * cache has them when the line breaks: an inspector that cannot be loaded is no good to somebody who works offline. The
 * build lists them (vite.config.ts). Returns its ending.
 */
export function stockUp(): () => void {
  if (isDone || !import.meta.env.PROD) return () => undefined
  const ending = new AbortController()
  const { signal } = ending
  const timer = setTimeout(() => {
    // A line that breaks meanwhile ends it; the next connection begins it again.
    fetchAll(signal).then(
      () => (isDone = true),
      () => undefined,
    )
  }, WAIT_MS)
  return () => {
    clearTimeout(timer)
    ending.abort()
  }
}

async function fetchAll(signal: AbortSignal): Promise<void> {
  const files = (await (await fetch('/later.json', { signal })).json()) as string[]
  for (const file of files) {
    const part = await fetch(`/${file}`, { signal, priority: 'low' })
    await part.arrayBuffer()
  }
}
