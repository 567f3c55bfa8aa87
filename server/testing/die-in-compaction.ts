import { Worker } from 'node:worker_threads'
import Database from 'libsql'

/**
 * Moments of a compaction: before anything is written, after each of its two statements, during the commit (from another
 * thread), and when all is stored but nobody has been told.
 */
export const MOMENTS = ['begun', 'snapshot', 'rows', 'commit', 'stored'] as const
export type Moment = (typeof MOMENTS)[number]

/** The variable that names the moment. */
export const DIE_AT = 'DIE_AT'

const SNAPSHOT = 'UPDATE boards SET snapshot'
const ROWS = 'DELETE FROM updates'

/** Loaded before the server, ends its process with SIGKILL at a moment of the first compaction that reaches it. */
function dieAt(moment: Moment): void {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  let armed = false
  if (moment === 'commit') startKiller(signal)
  const die = (reached: Moment) => {
    if (reached === moment) process.kill(process.pid, 'SIGKILL')
  }
  // oxlint-disable-next-line typescript/unbound-method -- both are called with the database below
  const { prepare, exec } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    if (!sql.startsWith(SNAPSHOT) && !sql.startsWith(ROWS)) return statement
    const run = statement.run.bind(statement)
    statement.run = (values: unknown[]) => {
      if (sql.startsWith(SNAPSHOT)) die('begun')
      const result = run(values)
      die(sql.startsWith(SNAPSHOT) ? 'snapshot' : 'rows')
      armed = sql.startsWith(ROWS)
      return result
    }
    return statement
  } as typeof prepare
  Database.prototype.exec = function (sql) {
    if (!armed || sql !== 'COMMIT') return exec.call(this, sql)
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
    const result = exec.call(this, sql)
    // Should the commit have been the faster, it still ends before anybody hears of it.
    if (moment === 'commit') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    die('stored')
    armed = false
    return result
  }
}

/** Starts a thread that ends the process once the signal is set. */
function startKiller(signal: Int32Array): void {
  const code = `
    const { workerData } = require('node:worker_threads')
    Atomics.wait(workerData, 0, 0)
    process.kill(process.pid, 'SIGKILL')`
  new Worker(code, { eval: true, workerData: signal, execArgv: [] }).unref()
}

const wanted = MOMENTS.find((moment) => moment === process.env[DIE_AT])
if (wanted !== undefined) dieAt(wanted)
