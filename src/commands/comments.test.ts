import { beforeEach, describe, expect, test } from 'vitest'
import { sync } from '../collab/doc/testing/peers.ts'
import { recordOf } from '../core/model/testing/sample.ts'
import { isOwn, keepDraft, openComments, unreadIn, useComments } from '../state/comment-store.ts'
import { placeInWords, threadsOf } from '../state/comment-threads.ts'
import { select } from '../state/selection-store.ts'
import { useSession } from '../state/session-store.ts'
import { setFields } from './edit-fields.ts'
import { commentHere, commentOnSelection } from './comments.ts'
import { duplicate } from './clipboard.ts'
import { execute, isEnabled, situation } from './execute.ts'
import { ungroup } from './group.ts'
import { redo, undo } from './history.ts'
import { removeRecords } from './remove.ts'
import { type Desk, joinAs, openDesk, settled } from './testing/desk.ts'
import {
  addComment,
  deleteComment,
  editComment,
  goToThread,
  reopenThread,
  replyTo,
  resolveThread,
} from './threads.ts'

const parts = {
  segments: [{ id: 's1', name: 'Core', pos: [100, 100] as const }],
  components: [
    { id: 'c1', name: 'AMF 1', segment: 's1', pos: [10, 20] as const },
    { id: 'c2', name: 'SMF 1', pos: [600, 0] as const },
  ],
  links: [{ id: 'l1', from: 'c1', to: 'c2', interface: 'n11' }],
}
const theirs = (id: string, fields: object = {}) =>
  recordOf('comments', { id, author: 'Bo', text: 'Is it?', created: '2026-11-24T09:00:00Z', ...fields })

let desk: Desk
beforeEach(() => {
  desk = openDesk(parts)
  useComments.setState(useComments.getInitialState())
  useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
})

const onC1 = { on: { component: 'c1' }, at: null } as const
const threads = () => threadsOf(desk.model())
const add = (text = 'Why is this here?') => {
  execute(addComment, { ...onC1, text })
  return threads().at(-1)?.id ?? ''
}
/** The other person writes, and what they wrote comes here. */
function otherWrites(...comments: ReturnType<typeof theirs>[]): void {
  desk.other.edit('Comment', (editor) => comments.forEach((each) => editor.create('comments', each)))
  sync(desk.board, desk.other)
}

describe('a comment', () => {
  test('is one step, by name, with its author and time, and opens its thread', () => {
    const id = add('  Why?\r\nAnd since when? ')
    expect(desk.model().comments).toMatchObject([
      { on: { component: 'c1' }, author: 'Ada', colour: '#1f6f8b', text: 'Why?\nAnd since when?' },
    ])
    expect(situation().undo).toBe('Comment on AMF 1')
    expect(useComments.getState().opened).toEqual({ kind: 'thread', id })
    execute(undo)
    expect(desk.model().comments).toEqual([])
    execute(redo)
    expect(desk.model().comments).toHaveLength(1)
  })

  test('of nothing is not written', () => {
    execute(addComment, { ...onC1, text: ' \n ' })
    expect(situation().undo).toBeNull()
  })

  test('begins on the one thing that is selected, in the middle of the view where nothing is', () => {
    select(['l1'])
    expect([isEnabled(commentOnSelection), isEnabled(commentHere)]).toEqual([true, false])
    execute(commentOnSelection)
    expect(useComments.getState().opened).toEqual({ kind: 'new', on: { link: 'l1' }, at: null })
    select(['c1', 'c2'])
    expect([isEnabled(commentOnSelection), isEnabled(commentHere)]).toEqual([false, false])
    select([])
    desk.look([30.4, 50])
    execute(commentHere)
    expect(useComments.getState().opened).toEqual({ kind: 'new', on: null, at: [30, 50] })
  })

  test('that was typed and not sent is kept until it is', () => {
    openComments({ kind: 'new', ...onC1 })
    keepDraft('new {"component":"c1"}', 'Half a')
    openComments(null)
    expect(useComments.getState().drafts).toEqual({ 'new {"component":"c1"}': 'Half a' })
    add('Half a thought')
    expect(useComments.getState().drafts).toEqual({})
  })
})

describe('in a thread', () => {
  test('replies, resolving and reopening are one step each, and undo takes back only my own', () => {
    otherWrites(theirs('k1', { on: { component: 'c1' } }))
    execute(replyTo, { thread: 'k1', text: 'It is.' })
    expect(situation().undo).toBe('Reply to Bo')
    execute(resolveThread, { id: 'k1' })
    expect(situation().undo).toBe('Resolve the thread on AMF 1')
    expect(threads()[0]).toMatchObject({ replies: [{ text: 'It is.' }], first: { resolved: { by: 'Ada' } } })
    otherWrites(theirs('k2', { thread: 'k1', created: '2026-11-24T09:05:00Z' }))
    execute(undo)
    expect(threads()[0]?.first.resolved).toBeNull()
    execute(undo)
    expect(threads()[0]?.replies.map(({ id }) => id)).toEqual(['k2'])
    execute(resolveThread, { id: 'k1' })
    execute(reopenThread, { id: 'k1' })
    expect([situation().undo, threads()[0]?.first.resolved]).toEqual(['Reopen the thread on AMF 1', null])
  })

  test('a reply takes a settled thread up again', () => {
    const id = add()
    execute(resolveThread, { id })
    execute(replyTo, { thread: id, text: 'Not yet.' })
    expect(threads()[0]?.first.resolved).toBeNull()
  })

  test('only what one wrote can be edited and deleted, under a later name, too', () => {
    const id = add()
    useSession.setState({ me: { name: 'Ada L', colour: '#1f6f8b' } })
    execute(editComment, { id, text: 'Why, please?' })
    otherWrites(theirs('k1'))
    execute(editComment, { id: 'k1', text: 'Mine now' })
    execute(deleteComment, { id: 'k1' })
    expect(
      desk
        .model()
        .comments.map(({ text }) => text)
        .sort(),
    ).toEqual(['Is it?', 'Why, please?'])
    execute(deleteComment, { id })
    expect(desk.model().comments.map(({ id: left }) => left)).toEqual(['k1'])
    expect(desk.said.asked).toEqual([])
    joinAs('owner')
    execute(deleteComment, { id: 'k1' })
    expect(desk.model().comments).toEqual([])
  })

  test('deleting the first asks about its replies, and takes those along that came meanwhile', async () => {
    const id = add()
    otherWrites(theirs('k1', { thread: id }))
    desk.answers.confirm = false
    execute(deleteComment, { id })
    await settled()
    expect(desk.said.asked).toEqual(['This also deletes its reply by others. You can undo it.'])
    expect(desk.model().comments).toHaveLength(2)
    desk.answers.confirm = true
    execute(deleteComment, { id })
    otherWrites(theirs('k2', { thread: id }))
    await settled()
    expect(desk.model().comments).toEqual([])
    execute(undo)
    expect(desk.model().comments).toHaveLength(3)
  })

  test('what others wrote is unread until it is seen', () => {
    otherWrites(theirs('k1'), theirs('k2', { thread: 'k1' }))
    const [thread] = threads()
    if (thread === undefined) throw new Error('no thread')
    expect(unreadIn(thread, useComments.getState())).toBe(2)
    expect(unreadIn(thread, { seen: new Set(['k1']), made: new Set() })).toBe(1)
    expect(isOwn(thread.first, { made: new Set() }, 'Bo')).toBe(true)
  })
})

describe('what a comment is on', () => {
  test('is selected and comes into the middle when the thread is gone to', () => {
    otherWrites(theirs('k1', { on: { component: 'c1' } }), theirs('k2', { at: [5, 6] }), theirs('k3'))
    execute(goToThread, { id: 'k1' })
    expect([desk.selected(), useComments.getState().opened]).toEqual([['c1'], { kind: 'thread', id: 'k1' }])
    execute(goToThread, { id: 'k2' })
    execute(goToThread, { id: 'k3' })
    expect(desk.said.canvas).toEqual(['centre c1', 'centre 5,6'])
    expect(desk.selected()).toEqual([])
  })

  test('can be deleted: the comment stays where its pin was and says so; undo puts it back', () => {
    execute(addComment, { ...onC1, text: 'On AMF' })
    execute(addComment, { on: { link: 'l1' }, at: null, text: 'On N11' })
    execute(removeRecords, { ids: ['c1'] })
    const { comments } = desk.model()
    expect(new Map(comments.map(({ text, at }) => [text, at]))).toEqual(
      new Map([
        ['On AMF', [280, 108]],
        ['On N11', [439, 81]],
      ]),
    )
    expect(comments.map((comment) => placeInWords(desk.model(), comment))).toEqual([
      'something deleted',
      'something deleted',
    ])
    execute(undo)
    expect(desk.model().comments.map(({ at }) => at)).toEqual([null, null])
  })

  test('can be a segment that is dissolved', () => {
    execute(addComment, { on: { segment: 's1' }, at: null, text: 'On the core' })
    select(['s1'])
    execute(ungroup)
    expect(desk.model().comments).toMatchObject([{ on: { segment: 's1' }, at: [424, 92] }])
  })

  test('is copied without its comments', () => {
    add()
    select(['c1'])
    execute(duplicate)
    expect([desk.model().components.length, desk.model().comments.length]).toEqual([3, 1])
  })
})

test('a commenter may comment and take that back, and nothing else; a viewer may only read', () => {
  joinAs('commenter')
  const id = add()
  execute(resolveThread, { id })
  execute(setFields, { kind: 'components', id: 'c1', fields: { name: 'X' }, label: 'Rename' })
  select(['c1'])
  execute(removeRecords, { ids: ['c1'] })
  expect(desk.model().components).toHaveLength(2)
  expect(desk.model().components[0]?.name).toBe('AMF 1')
  execute(undo)
  execute(undo)
  expect(desk.model().comments).toEqual([])
  joinAs('viewer')
  add()
  expect(desk.model().comments).toEqual([])
  expect([commentOnSelection, replyTo, undo].map((each) => isEnabled(each as typeof undo))).toEqual([
    false,
    false,
    false,
  ])
})
