/** Starts a worker. `hear` gets its messages; `died` why it answers no more. Neither is told what `end` ends. */
export type Start<Sent, Heard> = (
  hear: (message: Heard) => void,
  died: (reason: string) => void,
) => Readonly<{ send: (message: Sent) => void; end: () => void }>

export const startWith =
  <Sent, Heard>(newWorker: () => Worker): Start<Sent, Heard> =>
  (hear, died) => {
    const worker = newWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data))
    // A script that cannot be loaded is told without a message.
    worker.addEventListener('error', ({ message }) => died(message || 'It stopped unexpectedly.'))
    worker.addEventListener('messageerror', () => died('An answer could not be read.'))
    return { send: (message) => worker.postMessage(message), end: () => worker.terminate() }
  }
