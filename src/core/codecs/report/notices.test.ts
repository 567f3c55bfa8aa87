import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ATTACK_NOTICE, FIGHT_NOTICE } from './notices.ts'
import { smallBoard, textsOf, whole } from './testing/boards.ts'

const told = (text: string): string => text.replace(/\s+/g, ' ')

test('[RP6] the notices are word for word those of NOTICE', () => {
  const notice = told(readFileSync('NOTICE', 'utf8'))
  for (const text of [...ATTACK_NOTICE, ...FIGHT_NOTICE]) expect(notice).toContain(told(text))
})

test('[RP6] they are in a report in which an identifier is, and in no other', () => {
  const has = (texts: string[], notices: readonly string[]) => notices.every((each) => texts.includes(each))
  const named = textsOf(whole(smallBoard()))
  expect(named).toContain('FGT1195.002')
  expect(has(named, ATTACK_NOTICE) && has(named, FIGHT_NOTICE)).toBe(true)
  const plain = textsOf(whole(smallBoard(undefined, { risks: [], mitigations: [], threats: [] })))
  expect(plain.join(' ')).not.toContain('MITRE')
  const alone = textsOf(whole(smallBoard(), { sections: ['registers'] }))
  expect(has(alone, FIGHT_NOTICE)).toBe(true)
  const other = textsOf(
    whole(smallBoard((text) => `${text} T1195`, { risks: [], mitigations: [], threats: [] })),
  )
  expect(has(other, ATTACK_NOTICE)).toBe(true)
})
