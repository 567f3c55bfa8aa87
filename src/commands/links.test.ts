import { describe, expect, test } from 'vitest'
import { recordIn } from '../core/model/lookup.ts'
import { select } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import type { Command } from './command.ts'
import { execute, isEnabled } from './execute.ts'
import { undo } from './history.ts'
import { branches, connectTo, linkWalks, reverseLink } from './links.ts'
import { joinAs, openDesk } from './testing/desk.ts'

const named = (commands: readonly Command[], end: string) =>
  commands.find(({ id }) => id.endsWith(`-${end}`)) as Command

describe('walking along links', () => {
  const parts = {
    components: [
      { id: 'mid', name: 'Middle', pos: [0, 0] },
      { id: 'near', name: 'Near', pos: [300, 10] },
      { id: 'far', name: 'Far', pos: [900, 0] },
      { id: 'slant', name: 'Slant', pos: [250, 400] },
      { id: 'up', name: 'Up', pos: [0, -300] },
      { id: 'stranger', name: 'Stranger', pos: [200, 0] },
    ],
    links: [
      { id: 'l1', from: 'mid', to: 'far' },
      { id: 'l2', from: 'near', to: 'mid' },
      { id: 'l3', from: 'mid', to: 'slant' },
      { id: 'l4', from: 'up', to: 'mid' },
      { id: 'l5', from: 'mid', to: 'mid' },
    ],
  }

  test.each([
    ['right', 'near', 'Near'],
    ['down', 'slant', 'Slant'],
    ['up', 'up', 'Up'],
    ['left', 'mid', 'Nothing is linked on this side'],
  ])('%s selects %s', (way, id, said) => {
    const desk = openDesk(parts)
    select(['mid'])
    joinAs('viewer')
    execute(named(linkWalks, way))
    expect(desk.selected()).toEqual([id])
    expect(desk.said.announced).toEqual([said])
  })

  test('needs one component', () => {
    openDesk(parts)
    for (const ids of [[], ['mid', 'near'], ['l1']]) {
      select(ids)
      expect(linkWalks.some((command) => isEnabled(command))).toBe(false)
    }
  })
})

describe('a new connected component', () => {
  test('has the same function, stands beside in the same segment, and is joined by the interface that fits', () => {
    const desk = openDesk({
      segments: [{ id: 's1', size: [900, 600] }],
      vendors: [{ id: 'v1' }],
      components: [{ id: 'c1', name: 'AMF', function: 'amf', segment: 's1', vendor: 'v1', pos: [100, 100] }],
    })
    select(['c1'])
    execute(named(branches, 'right'))
    const [id = ''] = desk.selected()
    const added = recordIn(desk.model(), 'components', id)
    expect(added).toMatchObject({ name: 'AMF 2', function: 'amf', segment: 's1', vendor: null })
    expect(added?.pos[0]).toBeGreaterThan(100 + 168)
    expect(desk.model().links).toMatchObject([{ from: 'c1', to: id, interface: 'n14' }])
    execute(undo)
    expect(desk.model()).toMatchObject({ components: [{ id: 'c1' }], links: [] })
  })

  test('of no function is joined by a link of one’s own, in each direction', () => {
    const desk = openDesk({ components: [{ id: 'c1', pos: [0, 0] }] })
    for (const [way, axis, sign] of [
      ['left', 0, -1],
      ['right', 0, 1],
      ['up', 1, -1],
      ['down', 1, 1],
    ] as const) {
      select(['c1'])
      execute(named(branches, way))
      const added = recordIn(desk.model(), 'components', desk.selected()[0] ?? '')
      expect(Math.sign(added?.pos[axis] ?? 0)).toBe(sign)
      expect(Math.abs(added?.pos[1 - axis] ?? 99)).toBeLessThanOrEqual(20)
    }
    expect(desk.model().links.map((link) => link.interface)).toEqual([null, null, null, null])
  })
})

test('reversing a link makes the other end the controlling one', () => {
  const desk = openDesk({
    components: [
      { id: 'c1', name: 'AMF' },
      { id: 'c2', name: 'SMF' },
    ],
    links: [{ id: 'l1', from: 'c1', to: 'c2' }],
  })
  select(['l1'])
  execute(reverseLink)
  expect(desk.model().links).toMatchObject([{ from: 'c2', to: 'c1' }])
  expect(desk.said.announced).toEqual(['SMF is now the controlling end'])
  execute(undo)
  expect(desk.model().links).toMatchObject([{ from: 'c1', to: 'c2' }])
  joinAs('viewer')
  expect(isEnabled(reverseLink)).toBe(false)
})

test('connecting by list opens the dialog for one component', () => {
  openDesk({ components: [{ id: 'c1' }] })
  expect(isEnabled(connectTo)).toBe(false)
  select(['c1'])
  execute(connectTo)
  expect(useView.getState().dialog).toBe('connect-to')
})
