import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { WHOLE_BOARD } from '../../src/core/codecs/outputs.ts'
import { DEFAULT_LIMITS } from '../config.ts'
import { Exchange } from './exchange.ts'

const state = Y.encodeStateAsUpdateV2(new Y.Doc())
const options = { date: '2026-11-29', picture: WHOLE_BOARD, sections: [] }
const job = { kind: 'export', state, output: 'svg', options } as const

test('for one who has gone before it begins no thread is started, and nobody else has to wait', async () => {
  const exchange = new Exchange({ ...DEFAULT_LIMITS, exchangeThreads: 1 })
  await expect(exchange.run(job, 'here', AbortSignal.abort())).rejects.toMatchObject({ code: 'bad-request' })
  expect(await exchange.run(job, 'here', new AbortController().signal)).toMatchObject({ kind: 'exported' })
  await exchange.close()
})
