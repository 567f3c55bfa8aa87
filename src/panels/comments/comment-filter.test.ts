import { expect, test } from 'vitest'
import { normalise } from '../../core/model/normalise.ts'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { type CommentFilter, filterThreads, NO_FILTER } from './comment-filter.ts'

const { model } = normalise(
  sampleModel({
    components: [{ id: 'c1', name: 'AMF 1' }],
    comments: [
      { id: 'a', author: 'Ada', text: 'Why?', on: { component: 'c1' }, created: '2026-11-24T09:00:00Z' },
      { id: 'b', author: 'Bo', text: 'See the plan', at: [0, 0], created: '2026-11-24T10:00:00Z' },
      { id: 'c', author: 'Bo', text: 'Because.', thread: 'a', created: '2026-11-24T11:00:00Z' },
      {
        id: 'd',
        author: 'Ada',
        text: 'Done',
        on: { component: 'gone' },
        resolved: { by: 'Bo', at: '2026-11-24T12:00:00Z' },
      },
    ],
  }),
)

const list = (filter: Partial<CommentFilter>, selected: string[] = []) =>
  filterThreads(
    model,
    { ...NO_FILTER, ...filter },
    { made: new Set(['b']), name: 'Ada', selected: new Set(selected) },
  ).map(({ id }) => id)

test.each<[Partial<CommentFilter>, string[]]>([
  [{}, ['a', 'b']],
  [{ status: 'resolved' }, ['d']],
  [{ status: 'all' }, ['d', 'a', 'b']],
  [{ mine: true }, ['a', 'b']],
  [{ onSelection: true }, ['a']],
  [{ search: 'amf' }, ['a']],
  [{ search: ' BO ' }, ['a', 'b']],
  [{ search: 'because' }, ['a']],
  [{ status: 'all', search: 'deleted' }, ['d']],
  [{ search: 'nothing of it' }, []],
])('%j lists %j, newest activity first', (filter, ids) => {
  expect(list(filter, ['c1'])).toEqual(ids)
})
