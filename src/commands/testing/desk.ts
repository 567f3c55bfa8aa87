import { afterEach, vi } from 'vitest'
import type { BoardDoc } from '../../collab/doc/board-doc.ts'
import type { Role } from '../../collab/doc/wire.ts'
import { makePeers } from '../../collab/doc/testing/peers.ts'
import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { Model, Point } from '../../core/model/records.ts'
import { type Parts, sampleModel } from '../../core/model/testing/sample.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { bindBoard, useBoard } from '../../state/board-store.ts'
import { useConnection } from '../../state/connection-store.ts'
import { useInquiry } from '../../state/inquiry-store.ts'
import { select, showExposure, useSelection } from '../../state/selection-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { followBoard } from '../../state/trial.ts'
import { setTrial } from '../../state/trial-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import type { CanvasPort, Host, Question } from '../command.ts'
import { setHost } from '../execute.ts'

/** What commands asked of the browser. */
type Said = {
  announced: string[]
  notified: string[]
  asked: string[]
  canvas: string[]
  downloads: { name: string; content: Blob }[]
  went: string[]
  boards: unknown[]
  duplicated: string[]
  deleted: number
}

export type Desk = {
  readonly board: BoardDoc
  /** A second person at the same board, joined by `sync` alone. */
  readonly other: BoardDoc
  readonly said: Said
  readonly model: () => Model
  readonly selected: () => string[]
  /** `meanwhile`: what happens while a question stands. */
  readonly answers: {
    confirm: boolean
    meanwhile: () => void
    file: File | null
    clipboard: string
  }
  /** The middle of the view. */
  look: (at: Point) => void
}

let close = () => undefined as void
afterEach(() => close())

/** A real document, bound to the real stores, with an editor at a host that only writes down what it is asked. */
export function openDesk(parts: Parts | Model = {}): Desk {
  close()
  const [board, other] = makePeers(2, 'format' in parts ? parts : sampleModel(parts)) as [BoardDoc, BoardDoc]
  const said: Said = {
    announced: [],
    notified: [],
    asked: [],
    canvas: [],
    downloads: [],
    went: [],
    boards: [],
    duplicated: [],
    deleted: 0,
  }
  const answers: Desk['answers'] = {
    confirm: true,
    meanwhile: () => undefined,
    file: null,
    clipboard: '',
  }
  let centre: Point = [0, 0]
  const canvas: CanvasPort = {
    fit: (ids) => said.canvas.push(`fit ${ids === null ? 'all' : ids.join(' ')}`),
    reveal: (ids) => said.canvas.push(`reveal ${ids.join(' ')}`),
    centreOn: (target) => said.canvas.push(`centre ${String(target)}`),
    zoomBy: (factor) => said.canvas.push(`by ${factor}`),
    zoomTo: (zoom) => said.canvas.push(`to ${zoom}`),
    centre: () => centre,
    view: () => ({ x: centre[0], y: centre[1], zoom: 1, w: 800, h: 600 }),
    lookAs: ({ x, y }) => said.canvas.push(`as ${x} ${y}`),
  }
  const host: Host = {
    board,
    canvas,
    notify: (message) => said.notified.push(message),
    announce: (message) => said.announced.push(message),
    confirm: async (question, follow) => {
      let isTaken = false
      const show = (next: Question | null) => {
        if (next === null) isTaken = true
        else said.asked.push([next.body, next.news ?? [], ...linesOf(next)].flat().join('\n'))
      }
      show(question)
      const stop = follow?.(show)
      answers.meanwhile()
      stop?.()
      return await Promise.resolve(answers.confirm && !isTaken)
    },
    download: (name, content) => void said.downloads.push({ name, content }),
    pickFile: async () => await Promise.resolve(answers.file),
    writeClipboard: async (text) => {
      answers.clipboard = text
      await Promise.resolve()
    },
    readClipboard: async () => await Promise.resolve(answers.clipboard),
    go: (path) => said.went.push(path),
    makeBoard: async (content) => {
      said.boards.push(content)
      await Promise.resolve()
    },
    duplicateBoard: async (title) => {
      said.duplicated.push(title)
      await Promise.resolve()
    },
    deleteBoard: async () => {
      said.deleted++
      await Promise.resolve()
    },
  }
  const unbind = bindBoard(board)
  setTrial(null)
  const unfollow = followBoard(() => undefined)
  setHost(host)
  joinAs('editor')
  select([])
  showExposure(null)
  useInquiry.setState(useInquiry.getInitialState())
  useSpotlight.setState(useSpotlight.getInitialState())
  setView(useView.getInitialState())
  useAnalysis.setState(useAnalysis.getInitialState())
  close = () => {
    unfollow()
    unbind()
    setHost(null)
    close = () => undefined
  }
  return {
    board,
    other,
    said,
    model: () => useBoard.getState().model,
    selected: () => [...useSelection.getState().ids].sort(),
    answers,
    look: (at) => {
      centre = at
    },
  }
}

const linesOf = ({ lines = [] }: Question): readonly string[] => lines.map(({ words }) => words)

/** Changes what this person may do. */
export const joinAs = (role: Role): void => useConnection.setState({ role, phase: 'online', loaded: true })

/** Puts exposures into the analysis store, as the worker would. */
export const showResult = (exposures: readonly Partial<BoardResult['exposures'][number]>[]): void =>
  useAnalysis.setState({
    result: {
      exposures: exposures.map((exposure) => ({ path: [], entry: null, ...exposure })),
    } as unknown as BoardResult,
  })

/** Lets what waits for a promise that is already kept, or for a module, go on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
