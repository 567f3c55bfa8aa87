import { expect, test } from 'vitest'
import { modelOfDocument } from '../collab/doc/snapshot.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { downloadModel, goHome, newBoard } from './board-file.ts'
import { execute } from './execute.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

test('whoever may look may download the whole model', async () => {
  const desk = openDesk({ components: [{ id: 'c1', name: 'AMF', own: 1 }] })
  joinAs('viewer')
  execute(downloadModel)
  await settled()
  const [file] = desk.said.downloads
  expect(file?.name).toBe('Sample.ringfence.json')
  expect(file?.content.type).toBe('application/vnd.ringfence+json')
  expect(await file?.content.text()).toBe(serialiseModel(modelOfDocument(desk.board.doc).model))
})

test('a new board and the start page', async () => {
  const desk = openDesk()
  execute(newBoard)
  execute(goHome)
  await settled()
  expect(desk.said).toMatchObject({ boards: [{ title: 'Untitled board' }], went: ['/'] })
})
