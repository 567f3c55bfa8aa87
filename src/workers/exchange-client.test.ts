import { expect, test } from 'vitest'
import { normalisedOf } from '../core/analysis/testing/model-of.ts'
import { WHOLE_BOARD } from '../core/codecs/outputs.ts'
import { openExchange } from './exchange-client.ts'
import type { FromExchange, ToExchange } from './exchange-messages.ts'
import type { Start } from './start.ts'

/** A worker that answers with what it is told to, or dies of what it is sent. */
function aWorker(answer: (message: ToExchange) => FromExchange | 'dies' | null) {
  const start: Start<ToExchange, FromExchange> = (hear, died) => ({
    send: (message) => {
      const said = answer(message)
      if (said === 'dies') died('It could not be loaded.')
      else if (said !== null) hear(said)
    },
    end: () => undefined,
  })
  return openExchange(() => undefined, start)
}

const board = normalisedOf({ components: [{ id: 'c1' }] })
const options = { date: '2026-11-29', picture: WHOLE_BOARD, sections: [] }
const file = new File(['{}'], 'a.json')

test('a worker that dies while it is given the board fails the export', async () => {
  const exchange = aWorker(({ kind }) => (kind === 'part' ? 'dies' : null))
  await expect(exchange.write(board, {}, 'svg', options)).rejects.toThrow('It could not be loaded.')
})

test('one that dies while nobody waits for it fails what is asked of it next', async () => {
  const exchange = aWorker(({ kind }) => (kind === 'read' ? { kind: 'refused', problems: [] } : 'dies'))
  expect(await exchange.read(file)).toEqual([])
  await expect(exchange.takeModel('A', [])).rejects.toThrow('It could not be loaded.')
  await expect(exchange.takeFile('A', [])).rejects.toThrow('It could not be loaded.')
})

test('an answer that was not asked for is an error', async () => {
  const exchange = aWorker(() => ({ kind: 'refused', problems: [] }))
  await expect(exchange.takeModel('A', [])).rejects.toThrow('Unexpected answer: refused')
})
