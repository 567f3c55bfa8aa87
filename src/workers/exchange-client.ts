import type { Preview } from '../core/codecs/preview.ts'
import type { Tally } from '../core/codecs/report.ts'
import type { Problem } from '../core/model/problem.ts'
import type { Normalised } from '../core/model/normalise.ts'
import { type Kind, KINDS, type Model, type RecordOf } from '../core/model/records.ts'
import type { ExportOptions, OutputId } from '../core/codecs/outputs.ts'
import type { FromExchange, MadeFile, Said, Stage, ToExchange } from './exchange-messages.ts'
import { type Start, startWith } from './start.ts'

type StartExchange = Start<ToExchange, FromExchange>

/** One worker, for as long as a dialog is open. Each call waits for the one before; what fails, rejects. */
export type Exchange = Readonly<{
  read: (file: File) => Promise<Preview | readonly Problem[]>
  /** A native file of what was read, laid out. */
  takeFile: (title: string, said: Said) => Promise<Blob>
  takeModel: (title: string, said: Said) => Promise<Model>
  /** `extra`: fields of the file that the model has no place for. */
  write: (
    board: Normalised,
    extra: Readonly<Record<string, unknown>>,
    output: OutputId,
    options: ExportOptions,
  ) => Promise<Readonly<{ file: MadeFile; tallies: readonly Tally[]; remarks: readonly string[] }>>
  /** Gives up whatever is under way: it never settles. */
  end: () => void
}>

const startWorker: StartExchange = startWith(
  () => new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' }),
)

export function openExchange(onStage: (stage: Stage) => void, start: StartExchange = startWorker): Exchange {
  let settle: ((answer: FromExchange) => void) | null = null
  /** Why the worker answers no more: it may die while nobody waits for an answer. */
  let died: FromExchange | null = null
  const hear = (answer: FromExchange) => {
    if (answer.kind === 'stage') onStage(answer.stage)
    else settle?.(answer)
  }
  const worker = start(hear, (reason) => {
    died = { kind: 'failed', reason }
    hear(died)
  })
  const ask = async (message: ToExchange): Promise<FromExchange> => {
    if (died !== null) return died
    return await new Promise((resolve) => {
      settle = resolve
      worker.send(message)
    })
  }
  const answerTo = async <K extends FromExchange['kind']>(message: ToExchange, ...kinds: K[]) => {
    const answer = await ask(message)
    if (answer.kind === 'failed') throw new Error(answer.reason)
    if (!(kinds as string[]).includes(answer.kind)) throw new Error(`Unexpected answer: ${answer.kind}`)
    return answer as Extract<FromExchange, { kind: K }>
  }
  return {
    read: async (file) => {
      const answer = await answerTo({ kind: 'read', file }, 'preview', 'refused')
      return answer.kind === 'preview' ? answer.preview : answer.problems
    },
    takeFile: async (title, said) => (await answerTo({ kind: 'take', as: 'file', title, said }, 'file')).file,
    takeModel: async (title, said) =>
      (await answerTo({ kind: 'take', as: 'model', title, said }, 'model')).model,
    write: async ({ model, setAside }, extra, output, options) => {
      for (const part of partsOf(model)) {
        worker.send({ kind: 'part', ...part, extra: {} })
        await nextTask()
      }
      worker.send({ kind: 'part', meta: model.meta, lists: {}, extra })
      return await answerTo({ kind: 'write', output, options, setAside }, 'written')
    },
    end: worker.end,
  }
}

/** Few enough to be copied to a worker without the page missing a frame. */
const AT_A_TIME = 500

function* partsOf(model: Model) {
  for (const kind of KINDS) {
    const list: readonly RecordOf[Kind][] = model[kind]
    for (let start = 0; start < list.length; start += AT_A_TIME) {
      yield { meta: null, lists: { [kind]: list.slice(start, start + AT_A_TIME) } }
    }
  }
}

const nextTask = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 0))
