import { expect, test } from 'vitest'
import { modelOfDocument } from '../collab/doc/snapshot.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { downloadModel, fileName, goHome, newBoard, openFile } from './board-file.ts'
import { execute } from './execute.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

test.each([
  ['Operator 5G SA, 2018', 'Operator-5G-SA-2018.ringfence.json'],
  ['Netz für München / Süd', 'Netz-für-München-Süd.ringfence.json'],
  ['../../etc/passwd', 'etc-passwd.ringfence.json'],
  ['核心网', '核心网.ringfence.json'],
  ['  ', 'board.ringfence.json'],
  ['x'.repeat(300), `${'x'.repeat(80)}.ringfence.json`],
])('a board called %j is downloaded as %s', (title, name) => expect(fileName(title)).toBe(name))

test('whoever may look may download the whole model', () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF', own: 1 }] })
  joinAs('viewer')
  execute(downloadModel)
  const [file] = desk.said.downloads
  expect(file).toMatchObject({ name: 'Sample.ringfence.json', type: 'application/vnd.ringfence+json' })
  expect(file?.text).toBe(serialiseModel(modelOfDocument(desk.board.doc).model))
})

test('opening a file makes another board of it, and leaves this one alone', async () => {
  const desk = openDesk()
  desk.answers.file = { name: 'a.json', text: '{"format":"ringfence","version":1,"meta":{"title":"Read"}}' }
  execute(openFile)
  await settled()
  expect(desk.said.boards).toMatchObject([{ meta: { title: 'Read' } }])
  expect(desk.model().meta.title).toBe('Sample')
})

test('a bad file is refused with its places', async () => {
  const desk = openDesk()
  desk.answers.file = {
    name: 'bad.json',
    text: '{"format":"ringfence","version":1,"links":[{"id":"l1","from":5}]}',
  }
  execute(openFile)
  await settled()
  expect(desk.said.notified).toEqual([
    'bad.json cannot be opened.\nlinks[0].from: expected text, found a number',
  ])
  desk.answers.file = null
  execute(openFile)
  await settled()
  expect(desk.said.boards).toEqual([])
})

test('a new board and the start page', async () => {
  const desk = openDesk()
  execute(newBoard)
  execute(goHome)
  await settled()
  expect(desk.said).toMatchObject({ boards: [{ title: 'Untitled board' }], went: ['/'] })
})
