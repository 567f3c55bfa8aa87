import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timeMs } from '../measure.ts'

/** Two pages, which is what SQLite writes for one update. */
const BYTES = 8192
const PLACES = 256

/** Milliseconds that this disk takes to make 8 KiB durable, `count` times, in a file that does not grow. */
export function flushTimes(count: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-flush-'))
  const file = openSync(join(folder, 'log'), 'w')
  try {
    writeSync(file, Buffer.alloc(BYTES * PLACES))
    fsyncSync(file)
    const page = Buffer.alloc(BYTES, 1)
    return Array.from({ length: count }, (_, turn) =>
      timeMs(() => {
        writeSync(file, page, 0, BYTES, (turn % PLACES) * BYTES)
        fdatasyncSync(file)
      }),
    )
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}
