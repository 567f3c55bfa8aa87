import { afterEach, expect, test, vi } from 'vitest'
import type { BoardDoc } from '../collab/doc/board-doc.ts'
import { makePeers, sync } from '../collab/doc/testing/peers.ts'
import { recordOf, sampleModel } from '../core/model/testing/sample.ts'
import { bindBoard } from './board-store.ts'
import { followComments } from './comment-news.ts'
import {
  keepDraft,
  markMade,
  markSeen,
  openComments,
  rememberComments,
  useComments,
} from './comment-store.ts'
import { useConnection } from './connection-store.ts'
import { useSession } from './session-store.ts'

afterEach(() => {
  vi.useRealTimers()
  useComments.setState(useComments.getInitialState())
})

function storageWith(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  } as unknown as Storage
}

test('drafts, what was seen and what was made are kept per board, what is open is not', () => {
  const storage = storageWith()
  const stop = rememberComments('b1', storage)
  keepDraft('k1', 'Half')
  markSeen(['k1', 'k2'])
  markMade('k3')
  openComments({ kind: 'thread', id: 'k1' })
  stop()
  rememberComments('b2', storage)()
  expect(useComments.getState()).toMatchObject({ drafts: {}, seen: new Set(), opened: null })
  rememberComments('b1', storage)()
  expect(useComments.getState()).toMatchObject({
    drafts: { k1: 'Half' },
    seen: new Set(['k1', 'k2']),
    made: new Set(['k3']),
    opened: null,
  })
})

test.each(['{', '[]', 'null', '{"seen":7,"drafts":{"k":1},"made":[1,"k"]}'])(
  'what cannot be read of %s is left out',
  (text) => {
    rememberComments('b1', storageWith({ 'ringfence.comments.b1': text }))()
    expect(useComments.getState()).toMatchObject({ drafts: {}, seen: new Set() })
  },
)

test('new comments of others are told, once for a burst; what is there at first, and my own, are not', () => {
  vi.useFakeTimers()
  const start = sampleModel({
    components: [{ id: 'c1', name: 'AMF 1' }],
    comments: [{ id: 'k0', author: 'Bo' }],
  })
  const [mine, theirs] = makePeers(2, start) as [BoardDoc, BoardDoc]
  const unbind = bindBoard(mine)
  useConnection.setState({ loaded: true })
  useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
  const told: string[] = []
  const stop = followComments((words) => told.push(words))
  const write = (...parts: { id: string; [field: string]: unknown }[]) => {
    theirs.edit('Comment', (editor) =>
      parts.forEach((part) => editor.create('comments', recordOf('comments', part))),
    )
    sync(mine, theirs)
    vi.advanceTimersByTime(2000)
  }
  write({ id: 'k1', author: 'Bo', on: { component: 'c1' } })
  write({ id: 'k2', author: 'Cy', thread: 'k1' })
  write({ id: 'k3', author: 'Ada' })
  write({ id: 'k4', author: 'Bo' }, { id: 'k5', author: 'Cy' }, { id: 'k6', author: 'Ada' })
  expect(told).toEqual(['Bo commented on AMF 1', 'Cy replied on AMF 1', '2 new comments'])
  stop()
  unbind()
})
