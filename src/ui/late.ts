import { lazy } from 'react'

/** React's `lazy` for a part of the app that may be wanted while there is no line: what holds its place waits for it. */
export const late: typeof lazy = (load) => lazy(async () => await insist(load, untilWorthwhile))

const TRIES = 5

/**
 * Loads, and again after each `pause` where it fails. Throws when it has failed five times with a line: then the part is gone,
 * as after an update of the server, and only loading the page anew helps.
 */
export async function insist<T>(
  load: () => Promise<T>,
  pause: (failures: number) => Promise<'online' | 'offline'>,
): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await load()
    } catch (error) {
      if ((await pause(failures)) === 'offline') continue
      failures++
      if (failures === TRIES) throw error
    }
  }
}

/** Waits for the line to come back; where it is there, half a second at first and twice as long each time. */
async function untilWorthwhile(failures: number): Promise<'online' | 'offline'> {
  if (!navigator.onLine) {
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
    return 'offline'
  }
  await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** failures))
  return 'online'
}
