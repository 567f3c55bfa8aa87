import { Worker } from 'node:worker_threads'
import type { Limits } from '../config.ts'
import { HttpError } from '../http/http-error.ts'
import type { Job, Outcome } from './jobs.ts'

/** Run from source, a thread knows nothing of the loader that its parent runs under, and has to fetch it itself. */
const isSource = import.meta.url.endsWith('.ts')
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(new URL('./thread.ts', import.meta.url).href)})
})`

/** A thread that has nothing to do holds the code of all formats in memory, so it goes after a while. */
const IDLE_MS = 60_000

type Idle = Readonly<{ thread: Worker; timer: NodeJS.Timeout; forget: () => void }>

/** Pixels are drawn by WebAssembly, which keeps what memory it once took. */
const holdsMemory = (job: Job): boolean => job.kind === 'export' && /png|pdf|docx/.test(job.output)

/**
 * Reads and writes files of other formats in threads, one job at a time each: nobody else waits for it, and one that takes too
 * long or too much memory is ended with its thread.
 */
export class Exchange {
  readonly #limits: Limits
  readonly #busy = new Set<Worker>()
  /** Jobs under way by the address that asked for them. */
  readonly #addresses = new Map<string, number>()
  #idle: Idle[] = []

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Throws 503 where too many are under way, for all or for this address, 422 where it takes more than it may. `gone` ends it: nobody
   * waits for the answer any more.
   */
  async run(job: Job, address: string, gone: AbortSignal): Promise<Outcome> {
    if (gone.aborted) throw new HttpError(400, 'bad-request', 'Nobody waits for the answer any more.')
    const { exchangeThreads, exchangeMs } = this.#limits
    const own = this.#addresses.get(address) ?? 0
    // One thread is left to others, so that nobody alone can keep everybody waiting.
    if (this.#busy.size >= exchangeThreads || own >= Math.max(1, exchangeThreads - 1)) {
      throw new HttpError(503, 'busy', 'Other files are being read and written. Try again in a moment.')
    }
    const thread = this.#take()
    this.#addresses.set(address, own + 1)
    let isWhole = false
    const end = () => void thread.terminate()
    const timer = setTimeout(end, exchangeMs)
    gone.addEventListener('abort', end)
    try {
      const outcome = await outcomeOf(thread, job, tooCostly(exchangeMs))
      isWhole = !holdsMemory(job)
      return outcome
    } finally {
      clearTimeout(timer)
      gone.removeEventListener('abort', end)
      this.#busy.delete(thread)
      const left = (this.#addresses.get(address) ?? 1) - 1
      if (left > 0) this.#addresses.set(address, left)
      else this.#addresses.delete(address)
      if (isWhole) this.#keep(thread)
      else void thread.terminate()
    }
  }

  /** Ends what is under way; those who wait for it get an error. */
  async close(): Promise<void> {
    const idle = this.#idle
    this.#idle = []
    for (const { timer } of idle) clearTimeout(timer)
    const threads = [...this.#busy, ...idle.map(({ thread }) => thread)]
    await Promise.all(threads.map(async (thread) => await thread.terminate()))
  }

  #take(): Worker {
    const idle = this.#idle.pop()
    if (idle !== undefined) {
      clearTimeout(idle.timer)
      idle.thread.off('error', idle.forget)
    }
    const thread = idle?.thread ?? this.#start()
    this.#busy.add(thread)
    return thread
  }

  #start(): Worker {
    return new Worker(isSource ? FROM_SOURCE : new URL('./thread.js', import.meta.url), {
      eval: isSource,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.exchangeMib },
    })
  }

  #keep(thread: Worker): void {
    const forget = () => {
      this.#idle = this.#idle.filter((each) => each.thread !== thread)
      void thread.terminate()
    }
    this.#idle.push({ thread, timer: setTimeout(forget, IDLE_MS), forget })
    thread.once('error', forget)
  }
}

async function outcomeOf(thread: Worker, job: Job, tooMuch: HttpError): Promise<Outcome> {
  const over = new AbortController()
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error)
      const ended = () => reject(tooMuch)
      const tell = (outcome: Outcome) => resolve(outcome)
      thread.on('message', tell).on('error', failed).on('exit', ended)
      over.signal.addEventListener('abort', () => {
        thread.off('message', tell).off('error', failed).off('exit', ended)
      })
      thread.postMessage(job)
    })
  } finally {
    over.abort()
  }
}

const tooCostly = (most: number) =>
  new HttpError(
    422,
    'too-costly',
    `That takes more than the ${Math.round(most / 1000)} s or the memory that this server gives to one file.`,
  )
