import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { ROLES } from '../src/collab/doc/wire.ts'

/** Why an update was not applied. */
export type Refusal = 'unreadable' | 'excess' | 'forbidden' | 'board-full' | 'gap'

/** What the server counts, for Prometheus. No label ever holds a board, a key or a person. */
export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const register = new Registry()
  const registers = [register]
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `ringfence_${name}`, help, labelNames, registers })
  const connections = new Gauge({
    name: 'ringfence_connections',
    help: 'Open connections to boards',
    labelNames: ['role'],
    registers,
  })
  /** For what happens with every frame: a plain sum, of which Prometheus hears when it asks. */
  const sum = (name: string, help: string) => {
    let total = 0
    const collect = function (this: Counter) {
      this.reset()
      this.inc(total)
    }
    register.registerMetric(new Counter({ name: `ringfence_${name}`, help, registers: [], collect }))
    return {
      inc: (by = 1) => {
        total += by
      },
    }
  }
  for (const role of ROLES) connections.set({ role }, 0)
  return {
    connections,
    rooms: new Gauge({ name: 'ringfence_rooms', help: 'Boards in memory', registers }),
    applied: sum('updates_applied_total', 'Updates that were applied'),
    refused: counter('updates_refused_total', 'Updates that were not applied', ['reason']),
    received: sum('received_bytes_total', 'Bytes of frames received'),
    sent: sum('sent_bytes_total', 'Bytes of frames sent'),
    compactions: counter('compactions_total', 'Boards compacted'),
    closes: counter('closes_total', 'Connections closed', ['code']),
    slowReaders: counter('slow_readers_total', 'Connections let go because they read too slowly'),
    commitSeconds: new Histogram({
      name: 'ringfence_commit_seconds',
      help: 'Time that a commit to the store takes',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    /** With what Node says of the process. Text and type of the answer. */
    read: async () => ({ text: await register.metrics(), type: register.contentType }),
    watchProcess: () => collectDefaultMetrics({ register }),
  }
}
