import { describe, expect, it } from 'vitest'
import { ROLES } from '../../src/collab/doc/wire.ts'
import { createKeys, roleOf } from './keys.ts'
import { createSecret, isSecret } from './secrets.ts'
import { Tickets } from './tickets.ts'

describe('keys', () => {
  it('open the role that they were made for, and nothing elsewhere', () => {
    const { keys, hashes } = createKeys()
    const other = createKeys()
    for (const role of ROLES) {
      expect(isSecret(keys[role])).toBe(true)
      expect(roleOf(hashes, keys[role])).toBe(role)
      expect(roleOf(other.hashes, keys[role])).toBe(null)
    }
  })

  it('are kept as SHA-256 alone', () => {
    const { keys, hashes } = createKeys()
    for (const role of ROLES) {
      expect(hashes[role]).toHaveLength(32)
      expect(Buffer.from(hashes[role]).includes(Buffer.from(keys[role], 'base64url'))).toBe(false)
    }
  })
})

describe('tickets', () => {
  it('are good once', () => {
    const tickets = new Tickets(30)
    const ticket = tickets.issue('b1', 'editor')
    expect(tickets.redeem(ticket, 'b1')).toBe('editor')
    expect(tickets.redeem(ticket, 'b1')).toBe(null)
  })

  it('are good at their board, and used up by a try at another', () => {
    const tickets = new Tickets(30)
    const ticket = tickets.issue('b1', 'editor')
    expect(tickets.redeem(ticket, 'b2')).toBe(null)
    expect(tickets.redeem(ticket, 'b1')).toBe(null)
  })

  it('expire', () => {
    let now = 1_000
    const tickets = new Tickets(30, () => now)
    const [early, late] = [tickets.issue('b1', 'owner'), tickets.issue('b1', 'viewer')]
    now += 29_999
    expect(tickets.redeem(early, 'b1')).toBe('owner')
    now += 1
    expect(tickets.redeem(late, 'b1')).toBe(null)
  })

  it('are nobody else’s guess', () => {
    const tickets = new Tickets(30)
    tickets.issue('b1', 'owner')
    expect(tickets.redeem(createSecret(), 'b1')).toBe(null)
    expect(tickets.redeem('', 'b1')).toBe(null)
  })
})
