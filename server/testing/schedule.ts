import * as fc from 'fast-check'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type BoardDoc, openBoardDoc } from '../../src/collab/doc/board-doc.ts'
import { modelOfDocument } from '../../src/collab/doc/snapshot.ts'
import { type Change, change } from '../../src/collab/doc/testing/random-edits.ts'
import { normalise } from '../../src/core/model/normalise.ts'
import { parseModel } from '../../src/core/model/parse.ts'
import { recordSchemas } from '../../src/core/model/schemas.ts'
import { serialiseModel } from '../../src/core/model/serialise.ts'
import { closeStockClients, connectStock, reconnectStock, type StockClient } from './connect-stock.ts'
import { seededRandom } from './seeded-random.ts'
import type { TestBoard, TestServer } from './start-test-server.ts'

type Person = { readonly provider: StockClient; readonly board: BoardDoc; isSlow: boolean }

/** What a schedule ended with: the file that everybody has, and the board to ask the server for it again. */
export type Ended = Readonly<{ board: TestBoard; file: string }>

/**
 * Lets three to five people work at one board in a way that `seed` decides: edits of all kinds, undo, redo, lines that are
 * slow, break or stay away for a while. Throws unless all end with the same document as the server, and it opens.
 */
export async function runSchedule(server: TestServer, seed: number): Promise<Ended> {
  const random = seededRandom(seed)
  const pick = (most: number) => Math.floor(random() * most)
  const board = await server.createBoard({ title: `Schedule ${seed}` })
  const people: Person[] = []
  const count = 3 + pick(3)
  while (people.length < count) {
    const provider = await connectStock(server, board)
    people.push({ provider, board: openBoardDoc(provider.doc), isSlow: false })
  }
  const steps = 30 + pick(50)
  const changes = fc.sample(change, { seed, numRuns: steps * 3 })
  for (let step = 0; step < steps; step++) {
    const person = people[pick(people.length)] as Person
    const action = random()
    if (action < 0.6) edit(person.board, changes.splice(0, 1 + pick(3)))
    else if (action < 0.7) person.board.undo()
    else if (action < 0.77) person.board.redo()
    else if (action < 0.87) delay(person)
    else if (!person.provider.shouldConnect) await comeBack(person, server, board)
    else if (action < 0.94) leave(person)
    else breakLine(person)
    // Sometimes frames pass before the next step, sometimes several steps fall into one turn.
    if (random() < 0.5) await turn()
  }
  for (const person of people) {
    if (person.provider.shouldConnect) hurry(person)
    else await comeBack(person, server, board)
  }
  await settle(people)
  const file = await compare(people, server, board)
  closeStockClients(people.map(({ provider }) => provider))
  return { board, file }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

function edit(board: BoardDoc, changes: readonly Change[]): void {
  board.edit('Edit', (editor) => changes.forEach((apply) => apply(editor)))
}

/** y-websocket types its socket as the browser's; here it is one of `ws`. */
const socketOf = ({ provider }: Person) => provider.ws as unknown as WebSocket | null

/** What the others do arrives later, in one go, or no more where the line breaks first. */
function delay(person: Person): void {
  if (person.isSlow) hurry(person)
  else if (socketOf(person)?.readyState === 1) {
    socketOf(person)?.pause()
    person.isSlow = true
  }
}

function hurry(person: Person): void {
  if (person.isSlow) socketOf(person)?.resume()
  person.isSlow = false
}

function leave(person: Person): void {
  hurry(person)
  person.provider.disconnect()
}

/** Without a goodbye: what is under way is lost on either side. */
function breakLine(person: Person): void {
  const socket = socketOf(person)
  hurry(person)
  person.provider.disconnect()
  socket?.terminate()
}

async function comeBack({ provider }: Person, server: TestServer, board: TestBoard): Promise<void> {
  await reconnectStock(provider, server, board)
}

/** Everybody marks the end; who has all marks has all that came before them. */
async function settle(people: readonly Person[]): Promise<void> {
  for (const [index, { board }] of people.entries()) {
    board.edit('Mark', (editor) =>
      editor.create('reviews', recordSchemas.reviews.parse({ id: `mark${index}` })),
    )
  }
  await Promise.all(people.map(({ provider: { doc } }) => untilMarked(doc, people.length)))
}

/** Resolves once all marks are there for good: a mark is made deleted, and lives only with the step that follows. */
const untilMarked = (doc: Y.Doc, count: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      const marks = [...doc.getMap<Y.Map<unknown>>('reviews').values()]
      if (marks.filter((mark) => !mark.has('deleted')).length < count) return
      doc.off('afterTransaction', look)
      resolve()
    }
    doc.on('afterTransaction', look)
    look()
  })

async function compare(people: readonly Person[], server: TestServer, board: TestBoard): Promise<string> {
  const kept = new Y.Doc()
  Y.applyUpdateV2(kept, await stateOf(server, board))
  const docs = [kept, ...people.map(({ provider }) => provider.doc)]
  const files = docs.map((doc) => serialiseModel(modelOfDocument(doc).model))
  const states = docs.map(bytesOf)
  const file = await server.model(board).then(serialiseModel)
  for (const [index, doc] of docs.entries()) {
    const who = index === 0 ? 'the stored document' : `person ${index}`
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error(`${who} lacks something that other changes build on`)
    if (states[index] !== states[0]) throw new Error(`${who} has another document than the server`)
    if (files[index] !== file) throw new Error(`${who} sees another board than the server serves`)
  }
  const read = parseModel(file)
  if (!read.ok) throw new Error(`the board does not open: ${JSON.stringify(read.problems)}`)
  if (normalise(read.value).setAside.length > 0) throw new Error('the board is not normalised')
  return file
}

/**
 * Everything that a document knows: which operations it has, and which of them are deleted. A plain encoding would differ
 * where one side may forget what was deleted and another still has to be able to undo it.
 */
const bytesOf = (doc: Y.Doc): string => Buffer.from(Y.encodeSnapshotV2(Y.snapshot(doc))).toString('base64')

async function stateOf(server: TestServer, { id, keys }: TestBoard): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${keys.viewer}` }
  const response = await fetch(`${server.url}/api/boards/${id}/state`, { headers })
  return new Uint8Array(await response.arrayBuffer())
}
