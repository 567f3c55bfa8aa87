import { modelOfDocument } from '../collab/doc/snapshot.ts'
import { inWords } from '../core/model/problem.ts'
import type { Model } from '../core/model/records.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { type Command, command, type Host } from './command.ts'

const MEDIA_TYPE = 'application/vnd.ringfence+json'
const EXTENSION = '.ringfence.json'

export const downloadModel = command({
  id: 'board.download',
  label: 'Download the model',
  icon: 'download',
  group: 'board',
  keys: ['Mod+S'],
  role: 'viewer',
  run: ({ host }) => {
    saveAsFile(modelOfDocument(host.board.doc).model, host)
  },
})

export function saveAsFile(model: Model, host: Pick<Host, 'download'>): void {
  host.download(fileName(model.meta.title), MEDIA_TYPE, serialiseModel(model))
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

/** Makes a new board of a file. The one that is open stays as it is, whatever the file holds. */
export const openFile: Command = command({
  id: 'board.open-file',
  label: 'Open a file as a new board',
  icon: 'open',
  group: 'board',
  keys: ['Mod+O'],
  role: 'viewer',
  run: async ({ host }) => {
    const file = await host.pickFile(`${EXTENSION},application/json`)
    if (file !== null) await makeBoardOf(host, file)
  },
})

/** As `openFile`, with a file that was dropped on the page. */
export const openDropped: Command<Readonly<{ name: string; text: string }>> = command({
  id: 'board.open-dropped',
  label: 'Open a dropped file as a new board',
  icon: 'open',
  group: 'board',
  role: 'viewer',
  run: async ({ host }, file) => await makeBoardOf(host, file),
})

async function makeBoardOf(host: Host, file: Readonly<{ name: string; text: string }>): Promise<void> {
  const { parseModel } = await import('../core/model/parse.ts')
  const parsed = parseModel(file.text)
  if (parsed.ok) await host.makeBoard(parsed.value)
  else
    host.notify(
      [`${file.name} cannot be opened.`, ...parsed.problems.slice(0, 5).map(inWords)].join('\n'),
      'warning',
    )
}

/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return `${plain === '' ? 'board' : plain}${EXTENSION}`
}
