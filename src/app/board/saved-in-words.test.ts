import { expect, test } from 'vitest'
import { savedInWords } from './saved-in-words.ts'

const online = { phase: 'online', role: 'editor', pending: 0, kept: true } as const

test.each([
  ['Saved', online],
  ['Saved', { ...online, kept: false }],
  ['Saving…', { ...online, pending: 2 }],
  ['Read-only', { ...online, role: 'viewer' }],
  ['Connecting…', { ...online, phase: 'connecting', role: null }],
  ['Connecting…', { ...online, phase: 'connecting', pending: 3 }],
  ['Offline', { ...online, phase: 'offline' }],
  ['Offline', { ...online, phase: 'offline', role: 'viewer', kept: false }],
  ['Offline – 1 change kept on this device', { ...online, phase: 'offline', pending: 1 }],
  ['Offline – 3 changes only in this tab', { ...online, phase: 'offline', pending: 3, kept: false }],
  ['Disconnected', { ...online, phase: 'ended', pending: 3 }],
] as const)('%s', (words, state) => {
  expect(savedInWords(state)).toBe(words)
})
