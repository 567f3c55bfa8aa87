import { Worker as Thread } from 'node:worker_threads'
import { buffersOf } from '../buffers.ts'
import { reasonOf } from '../reason.ts'
import type { Start } from '../start.ts'

/**
 * Starts what a worker does on this thread, at the other end of a real channel: messages are cloned, buffers handed over,
 * and what it throws is its death.
 */
export const startHere =
  <Sent, Heard>(open: (post: (message: Heard) => void) => (message: Sent) => void): Start<Sent, Heard> =>
  (hear, died) => {
    const { port1, port2 } = new MessageChannel()
    const take = open((message) => port2.postMessage(message, buffersOf(message)))
    port1.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data))
    port2.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
      try {
        take(data)
      } catch (error) {
        died(reasonOf(error))
      }
    })
    port1.start()
    port2.start()
    return {
      send: (message) => port1.postMessage(message),
      end: () => port1.close(),
    }
  }

/** Starts a thread that runs a script of its own. */
export const startThread =
  <Sent, Heard>(script: string): Start<Sent, Heard> =>
  (hear, died) => {
    const thread = new Thread(script, { eval: true })
    thread.on('message', hear)
    thread.on('error', (error) => died(reasonOf(error)))
    thread.on('exit', (code) => died(`The worker ended (${code}).`))
    return { send: (message) => thread.postMessage(message), end: () => void thread.terminate() }
  }
