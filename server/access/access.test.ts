import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROLES } from '../../src/collab/doc/wire.ts'
import { boardDeleted } from './guests.ts'
import { newIdentity } from './identity.ts'
import { runAt } from './late-timer.ts'
import { createLink, createLinks, linkOf, livesAt, shown } from './links.ts'
import { createSecret, isSecret } from './secrets.ts'
import { type Grant, Tickets } from './tickets.ts'

const grant = (board: string): Grant => ({
  board,
  link: 'k1',
  role: 'editor',
  identity: newIdentity('b1', { name: 'Ann', colour: '#112233' }),
})

it('says until which day a deleted board can be restored', () => {
  expect(boardDeleted('2026-12-28T23:59:00.000Z')).toBe(
    'This board is deleted. Its owner can restore it until 28 Dec 2026.',
  )
})

describe('keys', () => {
  it('belong to the link that they were made for, and to no other board’s', () => {
    const { keys, links } = createLinks()
    const other = createLinks()
    for (const role of ROLES) {
      expect(isSecret(keys[role])).toBe(true)
      expect(linkOf(links, keys[role])?.role).toBe(role)
      expect(linkOf(other.links, keys[role])).toBe(null)
    }
  })

  it('are kept as SHA-256 alone, which is never shown', () => {
    const { link, key } = createLink('editor', { name: 'Workshop' })
    expect(link.hash).toHaveLength(32)
    expect(JSON.stringify(link)).not.toContain(key)
    expect(Buffer.from(link.hash).includes(Buffer.from(key, 'base64url'))).toBe(false)
    expect(Object.keys(shown(link)).sort()).toEqual(['created', 'expires', 'id', 'name', 'revoked', 'role'])
  })
})

describe('a link', () => {
  it('lives until it expires or is revoked', () => {
    const now = '2030-01-01T12:00:00.000Z'
    expect(livesAt({ expires: null, revoked: null }, now)).toBe(true)
    expect(livesAt({ expires: '2030-01-01T12:00:00.001Z', revoked: null }, now)).toBe(true)
    expect(livesAt({ expires: now, revoked: null }, now)).toBe(false)
    expect(livesAt({ expires: null, revoked: now }, now)).toBe(false)
  })
})

describe('a late timer', () => {
  afterEach(() => vi.useRealTimers())

  it('waits longer than setTimeout can, and runs once', () => {
    vi.useFakeTimers()
    const run = vi.fn<() => void>()
    const days = (count: number) => count * 24 * 3_600_000
    runAt(Date.now() + days(40), run)
    vi.advanceTimersByTime(days(40) - 1)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(days(40))
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('can be called off, and does not wait for what has passed', () => {
    vi.useFakeTimers()
    const [late, past] = [vi.fn<() => void>(), vi.fn<() => void>()]
    runAt(Date.now() + 7_200_000, late)()
    runAt(Date.now() - 1, past)
    vi.advanceTimersByTime(8_000_000)
    expect(late).not.toHaveBeenCalled()
    expect(past).toHaveBeenCalledTimes(1)
  })
})

describe('an identity', () => {
  it('has a fit name and colour, and a user of its own', () => {
    expect(newIdentity('b1', { name: '  Ann  ', colour: '#1F6f8b' })).toMatchObject({
      name: 'Ann',
      colour: '#1F6f8b',
    })
    expect(newIdentity('b1', { name: 'a\u202eb\nc\u0000\u2066', colour: 'red' })).toMatchObject({
      name: 'a b c',
      colour: '#5c6770',
    })
    expect(newIdentity('b1', { name: '🙂'.repeat(70) }).name).toBe('🙂'.repeat(60))
    for (const empty of ['', '  ', '\u202e', undefined])
      expect(newIdentity('b1', { name: empty }).name).toBe('Guest')
    expect(newIdentity('b1', {}).user).not.toBe(newIdentity('b1', {}).user)
  })

  it('is the same user to a board, and another to others, by the secret of a device', () => {
    const person = createSecret()
    const userAt = (board: string, secret = person) => newIdentity(board, { person: secret }).user
    expect(userAt('b1')).toBe(userAt('b1'))
    expect(userAt('b1')).toMatch(/^[\w-]{22}$/)
    expect(userAt('b2')).not.toBe(userAt('b1'))
    expect(userAt('b1', createSecret())).not.toBe(userAt('b1'))
    expect(userAt('b1', 'short')).not.toBe(userAt('b1', 'short'))
    expect(userAt('b1')).not.toContain(person)
  })
})

describe('tickets', () => {
  it('are good once', () => {
    const tickets = new Tickets(30)
    const ticket = tickets.issue(grant('b1'))
    expect(tickets.redeem(ticket, 'b1')).toMatchObject({
      role: 'editor',
      link: 'k1',
      identity: { name: 'Ann' },
    })
    expect(tickets.redeem(ticket, 'b1')).toBe(null)
  })

  it('are good at their board, and used up by a try at another', () => {
    const tickets = new Tickets(30)
    const ticket = tickets.issue(grant('b1'))
    expect(tickets.redeem(ticket, 'b2')).toBe(null)
    expect(tickets.redeem(ticket, 'b1')).toBe(null)
  })

  it('expire', () => {
    let now = 1_000
    const tickets = new Tickets(30, () => now)
    const [early, late] = [tickets.issue(grant('b1')), tickets.issue(grant('b1'))]
    now += 29_999
    expect(tickets.redeem(early, 'b1')).toMatchObject({ board: 'b1' })
    now += 1
    expect(tickets.redeem(late, 'b1')).toBe(null)
  })

  it('are nobody else’s guess', () => {
    const tickets = new Tickets(30)
    tickets.issue(grant('b1'))
    expect(tickets.redeem(createSecret(), 'b1')).toBe(null)
    expect(tickets.redeem('', 'b1')).toBe(null)
  })
})
