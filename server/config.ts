import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const KIB = 1024
const MIB = 1024 * KIB

type Bounds = Readonly<{ default: number; min: number; max: number }>

/** Every limit by name. The environment may set each as `LIMIT_` and its name, like `LIMIT_ROOM_BYTES`. */
const LIMITS = {
  /** Body of a request that creates a board. */
  modelBytes: { default: 32 * MIB, min: KIB, max: 256 * MIB },
  /** One frame of a person who only reads: sync step 1, an empty step 2, a cursor. */
  frameBytes: { default: MIB, min: KIB, max: 64 * MIB },
  /** One frame of a person who writes; a step 2 after a long time offline cannot be split. */
  writeFrameBytes: { default: 8 * MIB, min: KIB, max: 64 * MIB },
  /** A board's document, encoded. */
  roomBytes: { default: 32 * MIB, min: KIB, max: 256 * MIB },
  /** Records of all kinds on a board, deleted ones too. */
  roomRecords: { default: 50_000, min: 1, max: 1_000_000 },
  /** Sessions that have ever written on a board: each change costs time for each of them. */
  roomClients: { default: 100_000, min: 1, max: 10_000_000 },
  /** How much of the last three who may not write everything can fill; the rest is left for who may. */
  restrictedPercent: { default: 90, min: 1, max: 100 },
  /** All text in one field's value, as UTF-8. */
  fieldBytes: { default: 64 * KIB, min: KIB, max: 8 * MIB },
  /** One text that several may type in. */
  textCharacters: { default: MIB, min: KIB, max: 64 * MIB },
  /** Places that one frame's operations pass in search of their own, among others at the same spot. */
  conflictSteps: { default: 200_000, min: 1_000, max: 1_000_000_000 },
  /** Operations that move in memory where one frame cuts others in two, or joins them. */
  splitMoves: { default: 1_000_000_000, min: 1_000, max: 1_000_000_000_000 },
  /** Time that one connection's frames may take the server, in a second and at once. */
  workMsPerSecond: { default: 200, min: 1, max: 1_000 },
  workMsBurst: { default: 1_000, min: 1, max: 60_000 },
  /** The same for all connections of a board together. */
  roomWorkMsPerSecond: { default: 500, min: 1, max: 1_000 },
  roomWorkMsBurst: { default: 2_000, min: 1, max: 60_000 },
  /** One person's awareness state, as JSON. */
  presenceBytes: { default: 4 * KIB, min: 64, max: 64 * KIB },
  /** A board's members hear of each other's presence this often at the most. */
  presenceMs: { default: 33, min: 0, max: 5_000 },
  messagesPerSecond: { default: 500, min: 1, max: 100_000 },
  messageBurst: { default: 2_000, min: 1, max: 1_000_000 },
  bytesPerSecond: { default: 2 * MIB, min: KIB, max: 1024 * MIB },
  byteBurst: { default: 16 * MIB, min: KIB, max: 1024 * MIB },
  connectionsPerRoom: { default: 256, min: 1, max: 10_000 },
  connectionsPerAddress: { default: 512, min: 1, max: 100_000 },
  /** Bytes that wait to be sent to one client, beyond its first load, before it is let go. */
  slowReaderBytes: { default: 16 * MIB, min: KIB, max: 1024 * MIB },
  /** How often one connection is asked again for what its writes build on, before it is taken for broken. */
  gapStrikes: { default: 5, min: 1, max: 1_000 },
  boardsPerMinute: { default: 600, min: 1, max: 1_000_000 },
  /** Files of other formats that one address has read or written in a minute, and by all at a time. */
  exchangesPerMinute: { default: 60, min: 1, max: 1_000_000 },
  exchangeThreads: { default: 2, min: 1, max: 64 },
  /** Time and memory, in MiB, that reading or writing one of them may take. */
  exchangeMs: { default: 30_000, min: 100, max: 600_000 },
  exchangeMib: { default: 1024, min: 64, max: 65_536 },
  requestsPerMinute: { default: 6_000, min: 1, max: 1_000_000 },
  /** Time that one address's requests may take the server, in a second and at once. */
  requestWorkMsPerSecond: { default: 250, min: 1, max: 1_000 },
  requestWorkMsBurst: { default: 10_000, min: 1, max: 600_000 },
  /** Bytes of whole documents that wait to be sent to one address; by HTTP, and by sockets once more. */
  waitingBytes: { default: 256 * MIB, min: KIB, max: 64 * 1024 * MIB },
  /** Bytes of files and models that are being sent to the server, by all; one address may have half of it on its way. */
  uploadBytes: { default: 128 * MIB, min: KIB, max: 64 * 1024 * MIB },
  /** Links to one board that live at a time. */
  linksPerBoard: { default: 200, min: 4, max: 10_000 },
  /** How long the owner of a deleted board may restore it. */
  deletedBoardDays: { default: 30, min: 1, max: 3_650 },
  ticketSeconds: { default: 30, min: 1, max: 3_600 },
  /** How long the headers of a request, or of a socket's upgrade, may take to arrive. */
  headersMs: { default: 20_000, min: 100, max: 120_000 },
  /** The same for a whole request, a large model over a slow line included. */
  requestMs: { default: 120_000, min: 100, max: 3_600_000 },
  /** How long a socket that was told to go may stay, with all that waits for it. */
  closeMs: { default: 5_000, min: 100, max: 60_000 },
  /** y-websocket drops a socket on which nothing came for 30 s. */
  keepAliveMs: { default: 15_000, min: 10, max: 20_000 },
  /** How long a room stays in memory when nobody is connected. */
  roomGraceMs: { default: 30_000, min: 0, max: 3_600_000 },
  /** Stored updates after which a board is compacted into its snapshot. */
  compactRows: { default: 500, min: 1, max: 100_000 },
  /** A record that was deleted this long ago is taken out of its board for good when that is next loaded. */
  collectDeletedDays: { default: 30, min: 0, max: 36_500 },
  /** Over how long closing the server spreads its goodbyes, so that not everybody returns at once. */
  closeSpreadMs: { default: 500, min: 0, max: 10_000 },
} as const satisfies Record<string, Bounds>

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>

export const DEFAULT_LIMITS = Object.fromEntries(
  Object.entries(LIMITS).map(([name, bounds]) => [name, bounds.default]),
) as Limits

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

export type Config = Readonly<{
  host: string
  /** 0 takes any free port. */
  port: number
  dataDir: string
  /** The built app; null serves the API alone. */
  appDir: string | null
  /** Origins besides the server's own that may open a socket, like `https://ringfence.example.org`. */
  allowedOrigins: readonly string[]
  logLevel: LogLevel
  /** Opens `/metrics`; null where there is no such page. */
  metricsToken: string | null
  limits: Limits
}>

/** What in the environment cannot be used, one line each. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Ringfence cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment, defaults where it says nothing; throws a ConfigError that names everything it cannot use. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const integer = (name: string, { default: fallback, min, max }: Bounds): number => {
    const value = env[name]
    if (value === undefined || value === '') return fallback
    if (/^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value)
    problems.push(`${name} must be a whole number from ${min} to ${max}, not "${value}".`)
    return fallback
  }
  const limits = Object.fromEntries(
    Object.entries(LIMITS).map(([name, bounds]) => [name, integer(limitVariable(name), bounds)]),
  ) as Limits
  const port = integer('PORT', { default: 4400, min: 0, max: 65_535 })
  const logLevel = LOG_LEVELS.find((level) => level === (env.LOG_LEVEL || 'warn'))
  if (logLevel === undefined) {
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${env.LOG_LEVEL}".`)
  }
  const allowedOrigins = (env.ALLOWED_ORIGINS ?? '').split(/[\s,]+/).filter((origin) => origin !== '')
  for (const origin of allowedOrigins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      problems.push(`ALLOWED_ORIGINS must be origins like "https://ringfence.example.org", not "${origin}".`)
    }
  }
  const { METRICS_TOKEN: token = '' } = env
  // Not repeated, since it may have been meant as one.
  if (token !== '' && !/^\S{16,}$/.test(token)) {
    problems.push('METRICS_TOKEN must have 16 characters or more, and no spaces.')
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve(env.DATA_DIR || 'data'),
    appDir: findApp(),
    allowedOrigins,
    logLevel: logLevel ?? 'warn',
    metricsToken: env.METRICS_TOKEN || null,
    limits,
  }
}

/** `roomBytes` → `LIMIT_ROOM_BYTES` */
const limitVariable = (name: string): string =>
  `LIMIT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

/** The built app lies beside the built server (dist/node, dist/app) or, run from source, in the project's dist. */
function findApp(): string | null {
  const places = ['../app/', '../dist/app/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(resolve(place, 'index.html'))) ?? null
}
