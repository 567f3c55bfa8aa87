import { unknownFields } from '../collab/doc/snapshot.ts'
import { WHOLE_BOARD } from '../core/codecs/outputs.ts'
import { fileName } from '../core/codecs/file-name.ts'
import { KINDS, type Model } from '../core/model/records.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { useBoard } from '../state/board-store.ts'
import { type Command, command, type Host } from './command.ts'
import { today } from './today.ts'

const MEDIA_TYPE = 'application/vnd.ringfence+json'
const EXTENSION = '.ringfence.json'

export const downloadModel = command({
  id: 'board.download',
  label: 'Download the model',
  icon: 'download',
  group: 'board',
  keys: ['Mod+S'],
  role: 'viewer',
  run: async ({ host }) => {
    const { model } = useBoard.getState()
    const extra = unknownFields(host.board.doc)
    const isLarge = KINDS.reduce((sum, kind) => sum + model[kind].length, 0) > MOST_AT_ONCE
    if (!isLarge || !(await saveByWorker(model, extra, host))) saveAsFile({ ...extra, ...model }, host)
  },
})

/** Writing more records than this takes the page longer than a frame or two. */
const MOST_AT_ONCE = 1000

/** False where no worker can be had, as when the server is away: a file that takes a moment is better than none. */
async function saveByWorker(
  model: Model,
  extra: Readonly<Record<string, unknown>>,
  host: Host,
): Promise<boolean> {
  const { beginExchange } = await import('./exchange.ts')
  const exchange = beginExchange(() => undefined)
  try {
    const { file } = await exchange.write({ model, setAside: [] }, extra, 'ringfence', {
      date: today(),
      picture: WHOLE_BOARD,
      sections: [],
    })
    host.download(file.name, file.content)
    return true
  } catch {
    return false
  } finally {
    exchange.end()
  }
}

export function saveAsFile(model: Model, host: Pick<Host, 'download'>): void {
  host.download(
    fileName(model.meta.title, EXTENSION),
    new Blob([serialiseModel(model)], { type: MEDIA_TYPE }),
  )
}

export const goHome: Command = command({
  id: 'board.home',
  label: 'All boards',
  icon: 'home',
  group: 'board',
  role: 'viewer',
  run: ({ host }) => host.go('/'),
})

export const newBoard: Command = command({
  id: 'board.new',
  label: 'New board',
  icon: 'new',
  group: 'board',
  role: 'viewer',
  run: async ({ host }) => await host.makeBoard({ title: 'Untitled board' }),
})
