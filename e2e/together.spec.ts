import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

test('an edit in one browser is painted in the other, and undo takes back only my own', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)

  await mine.rename('amf', 'AMF Leeds')
  await expect(theirs.node('amf')).toContainText('AMF Leeds')
  await theirs.rename('gnb', 'gNB harbour')
  await expect(mine.node('gnb')).toContainText('gNB harbour')

  await mine.press('Control+z')
  await expect(theirs.node('amf')).toContainText('AMF 1')
  await expect(theirs.node('gnb')).toContainText('gNB harbour')
  await mine.press('Control+Shift+z')
  await expect(theirs.node('amf')).toContainText('AMF Leeds')
  await expect(mine.saveState).toHaveText('Saved')

  await page.reload()
  await mine.ready()
  await expect(mine.node('amf')).toContainText('AMF Leeds')
  await expect(mine.node('gnb')).toContainText('gNB harbour')
})

test('a drag is one step for everybody, and its undo another', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  const before = await theirs.node('gnb').evaluate((element) => (element as HTMLElement).style.transform)

  const box = await mine.node('gnb').boundingBox()
  if (box === null) throw new Error('the node is not on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 10; step++)
    await page.mouse.move(box.x + box.width / 2 + step * 12, box.y + box.height / 2 + step * 8)
  await page.mouse.up()
  const transform = () => theirs.node('gnb').evaluate((element) => (element as HTMLElement).style.transform)
  await expect.poll(transform).not.toBe(before)
  await mine.press('Control+z')
  await expect.poll(transform).toBe(before)
})

test('a planned mitigation cuts nothing; implemented, it puts the route out in both browsers', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  for (const view of [mine, theirs]) {
    await expect(view.node('ems')).toHaveAttribute('data-exposure', 'taken')
    await expect(view.node('amf')).toHaveAttribute('data-exposure', 'taken')
    await expect(view.edge('manages')).toHaveAttribute('data-exposure', 'taken')
    await expect(view.node('gnb')).not.toHaveAttribute('data-exposure', /./)
  }
  await mine.setMitigationStatus('Jump host before the managers', 'Implemented')
  for (const view of [mine, theirs]) await expect(view.exposed).toHaveCount(0)
  await mine.setMitigationStatus('Jump host before the managers', 'Planned')
  for (const view of [mine, theirs])
    await expect(view.edge('manages')).toHaveAttribute('data-exposure', 'taken')
})

test('others are seen by name: where they point and what they have selected', async ({
  page,
  otherPage,
  server,
  open,
}) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const theirs = await open(otherPage, board)
  await theirs.callMe('Ada')
  await theirs.node('amf').click()
  await expect(page.getByRole('button', { name: 'Follow Ada, editor' })).toBeVisible()
  await expect(mine.cursorOf('Ada')).toBeVisible()
  await expect(mine.selectionOf('Ada')).toBeVisible()
})

test('a viewer sees everything and can change nothing', async ({ page, otherPage, server, open }) => {
  const board = await server.createBoard(managedCore())
  const mine = await open(page, board)
  const viewer = await open(otherPage, board, 'viewer')
  await expect(viewer.saveState).toHaveText('Read-only')
  await expect(viewer.node('amf')).toHaveAttribute('data-exposure', 'taken')
  await viewer.node('gnb').click()
  await viewer.press('Delete')
  await viewer.press('F2')
  await expect(otherPage.getByRole('textbox', { name: 'Title of the board' })).toHaveJSProperty(
    'readOnly',
    true,
  )
  await mine.rename('amf', 'AMF York')
  await expect(viewer.node('amf')).toContainText('AMF York')
  await expect(viewer.node('gnb')).toBeVisible()
  await expect(mine.node('gnb')).toBeVisible()
})
