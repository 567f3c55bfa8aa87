import { expect, test } from 'vitest'
import { fileName, titleOf } from './file-name.ts'

test.each([
  ['Operator 5G SA, 2018', 'Operator-5G-SA-2018.ringfence.json'],
  ['Netz für München / Süd', 'Netz-für-München-Süd.ringfence.json'],
  ['../../etc/passwd', 'etc-passwd.ringfence.json'],
  ['核心网', '核心网.ringfence.json'],
  ['  ', 'board.ringfence.json'],
  ['x'.repeat(300), `${'x'.repeat(80)}.ringfence.json`],
])('a board called %j is downloaded as %s', (title, name) =>
  expect(fileName(title, '.ringfence.json')).toBe(name),
)

test.each([
  ['net/core network.tm7', 'core network'],
  ['C:\\models\\core.otm.yaml', 'core'],
  ['core.docker-compose.yaml', 'core'],
  ['Core v1.2 final.csv', 'Core v1.2 final'],
  ['.csv', ''],
])('the title of what is in %s is %j', (name, title) => {
  expect(titleOf(name)).toBe(title)
})
