import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

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
