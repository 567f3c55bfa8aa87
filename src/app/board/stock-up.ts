const WAIT_MS = 2_000

/**
 * Fetches, at leisure, the parts of the app that are loaded when they are first asked for, so that they are at hand when
 * the line breaks: an inspector that cannot be loaded is no good to somebody who works offline. The build lists them
 * (vite.config.ts). What was not to be had is tried again when the next connection calls. Returns its ending.
 */
export function stockUp(): () => void {
  if (!import.meta.env.PROD) return () => undefined
  const ending = new AbortController()
  const timer = setTimeout(() => void fetchAll(ending.signal).catch(() => undefined), WAIT_MS)
  return () => {
    clearTimeout(timer)
    ending.abort()
  }
}

async function fetchAll(signal: AbortSignal): Promise<void> {
  const parts = (await (await fetch('/later.json', { signal })).json()) as string[]
  for (const part of parts) {
    if (signal.aborted) return
    await hold(`/${part}`)
  }
}

/** The browser keeps modules that it has fetched ahead, and loads them no more; its cache promises nothing of the kind. */
async function hold(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`) !== null) return
  const link = document.createElement('link')
  link.rel = href.endsWith('.css') ? 'stylesheet' : 'modulepreload'
  link.href = href
  link.fetchPriority = 'low'
  await new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(`${href} could not be fetched`))
    })
    document.head.append(link)
  })
}
