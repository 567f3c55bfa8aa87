import { describe, expect, test } from 'vitest'
import { frameOf, placedIn } from '../core/layout/frames.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Point } from '../core/model/records.ts'
import { select } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { alignments } from './align.ts'
import { place, resize } from './arrange.ts'
import type { Command } from './command.ts'
import { execute, isEnabled } from './execute.ts'
import { groupIntoSegment, ungroup } from './group.ts'
import { undo } from './history.ts'
import { moveTo } from './links.ts'
import { nudges } from './nudge.ts'
import { type Desk, joinAs, openDesk } from './testing/desk.ts'

const parts = {
  segments: [
    { id: 's1', name: 'Core', pos: [1000, 1000], size: [600, 400] },
    { id: 's2', name: 'Data', parent: 's1', pos: [100, 100], size: [400, 200] },
  ],
  components: [
    { id: 'c1', segment: 's1', pos: [20, 50] },
    { id: 'c2', segment: 's2', pos: [10, 60] },
    { id: 'c3', pos: [0, 0] },
  ],
  notes: [{ id: 'n1', segment: 's2', pos: [200, 60], size: [100, 60] }],
}

function onCanvas({ model }: Desk, id: string): Point | null {
  const placed = placedIn(model(), id)
  return placed === null ? null : frameOf(model(), placed).at
}

const named = (commands: readonly Command[], id: string) =>
  commands.find((command) => command.id === id) as Command

describe('a drop', () => {
  test('moves everything as one step, in whole units', () => {
    const desk = openDesk(parts)
    execute(place, {
      placements: [
        { id: 'c3', kind: 'components', pos: [33.4, 50.6], segment: 's2' },
        { id: 's2', kind: 'segments', pos: [5, 6], segment: null },
      ],
    })
    expect(recordIn(desk.model(), 'components', 'c3')).toMatchObject({ pos: [33, 51], segment: 's2' })
    expect(recordIn(desk.model(), 'segments', 's2')).toMatchObject({ pos: [5, 6], parent: null })
    execute(undo)
    expect(recordIn(desk.model(), 'components', 'c3')).toMatchObject({ pos: [0, 0], segment: null })
    expect(recordIn(desk.model(), 'segments', 's2')?.parent).toBe('s1')
    expect(desk.board.steps().undo).toBeNull()
  })

  test('of a segment into itself or what it contains does nothing', () => {
    const desk = openDesk(parts)
    for (const segment of ['s1', 's2'])
      execute(place, { placements: [{ id: 's1', kind: 'segments', pos: [0, 0], segment }] })
    expect(recordIn(desk.model(), 'segments', 's1')).toMatchObject({ parent: null, pos: [1000, 1000] })
    expect(desk.board.steps().undo).toBeNull()
  })
})

test('a resize keeps what stands inside where it was', () => {
  const desk = openDesk(parts)
  execute(resize, {
    id: 's2',
    kind: 'segments',
    pos: [80, 90],
    size: [420.4, 210],
    keep: [{ id: 'c2', kind: 'components', pos: [30, 70], segment: 's2' }],
  })
  expect(recordIn(desk.model(), 'segments', 's2')).toMatchObject({ pos: [80, 90], size: [420, 210] })
  expect(onCanvas(desk, 'c2')).toEqual([1110, 1160])
  execute(undo)
  expect(recordIn(desk.model(), 'components', 'c2')?.pos).toEqual([10, 60])
})

describe('nudging', () => {
  test.each<[string, Point]>([
    ['arrange.nudge-left', [-8, 0]],
    ['arrange.nudge-down', [0, 8]],
    ['arrange.nudge-right-far', [80, 0]],
    ['arrange.nudge-up-far', [0, -80]],
  ])('%s', (id, by) => {
    const desk = openDesk(parts)
    select(['c3'])
    execute(named(nudges, id))
    expect(recordIn(desk.model(), 'components', 'c3')?.pos).toEqual(by)
    execute(undo)
    expect(recordIn(desk.model(), 'components', 'c3')?.pos).toEqual([0, 0])
  })

  test('moves a segment once, though what lies in it is selected, too', () => {
    const desk = openDesk(parts)
    select(['s1', 's2', 'c1', 'c2', 'n1', 'gone'])
    execute(named(nudges, 'arrange.nudge-right'))
    expect([onCanvas(desk, 's1'), onCanvas(desk, 's2'), onCanvas(desk, 'c2')]).toEqual([
      [1008, 1000],
      [1108, 1100],
      [1118, 1160],
    ])
  })
})

describe('alignment', () => {
  test('works across segments, on the canvas as it is seen', () => {
    const desk = openDesk(parts)
    select(['c1', 'c2', 'n1'])
    execute(named(alignments, 'arrange.align-left'))
    expect([onCanvas(desk, 'c1'), onCanvas(desk, 'c2'), onCanvas(desk, 'n1')]).toEqual([
      [1020, 1050],
      [1020, 1160],
      [1020, 1160],
    ])
    expect(recordIn(desk.model(), 'components', 'c2')).toMatchObject({ segment: 's2', pos: [-80, 60] })
    execute(undo)
    expect(onCanvas(desk, 'n1')).toEqual([1300, 1160])
  })

  test('needs two, distribution three', () => {
    openDesk(parts)
    const enabled = () => alignments.filter((command) => isEnabled(command)).map(({ id }) => id)
    select(['c1'])
    expect(enabled()).toEqual([])
    select(['c1', 'c2'])
    expect(enabled()).toHaveLength(6)
    select(['c1', 'c2', 'c3'])
    expect(enabled()).toHaveLength(8)
  })

  test('of what is aligned already is no step', () => {
    const desk = openDesk({
      components: [
        { id: 'c1', pos: [0, 0] },
        { id: 'c2', pos: [0, 90] },
      ],
    })
    select(['c1', 'c2'])
    execute(named(alignments, 'arrange.align-left'))
    expect(desk.board.steps().undo).toBeNull()
  })
})

describe('grouping', () => {
  test('wraps the selection in a new segment of the one that all lie in; nothing moves', () => {
    const desk = openDesk(parts)
    select(['c1', 'n1'])
    const before = ['c1', 'c2', 'n1'].map((id) => onCanvas(desk, id))
    execute(groupIntoSegment)
    const [id] = desk.selected()
    const group = recordIn(desk.model(), 'segments', id ?? '')
    expect(group).toMatchObject({ parent: 's1', name: 'Segment' })
    expect(['c1', 'c2', 'n1'].map((each) => onCanvas(desk, each))).toEqual(before)
    expect(recordIn(desk.model(), 'components', 'c1')?.segment).toBe(id)
    expect(recordIn(desk.model(), 'notes', 'n1')?.segment).toBe(id)
    for (const each of ['c1', 'n1']) {
      const inner = placedIn(desk.model(), each)
      expect(inner?.pos.every((part) => part > 0)).toBe(true)
      expect((inner?.pos[0] ?? 0) + (inner?.size[0] ?? 0)).toBeLessThan(group?.size[0] ?? 0)
      expect((inner?.pos[1] ?? 0) + (inner?.size[1] ?? 0)).toBeLessThan(group?.size[1] ?? 0)
    }
    execute(undo)
    expect(desk.model().segments).toHaveLength(2)
    expect(recordIn(desk.model(), 'notes', 'n1')?.segment).toBe('s2')
  })

  test('of records on the open canvas and in a segment makes one on the open canvas', () => {
    const desk = openDesk(parts)
    select(['c3', 's2'])
    execute(groupIntoSegment)
    expect(recordIn(desk.model(), 'segments', desk.selected()[0] ?? '')?.parent).toBeNull()
    expect(onCanvas(desk, 'c2')).toEqual([1110, 1160])
    expect(
      desk
        .model()
        .segments.map(({ id }) => id)
        .indexOf(desk.selected()[0] ?? ''),
    ).toBeLessThan(
      desk
        .model()
        .segments.map(({ id }) => id)
        .indexOf('s2'),
    )
  })

  test('is taken back by ungrouping: children keep their place on the canvas', () => {
    const desk = openDesk(parts)
    select(['s2'])
    const before = ['c2', 'n1'].map((id) => onCanvas(desk, id))
    execute(ungroup)
    expect(recordIn(desk.model(), 'segments', 's2')).toBeUndefined()
    expect(['c2', 'n1'].map((id) => onCanvas(desk, id))).toEqual(before)
    expect(recordIn(desk.model(), 'components', 'c2')).toMatchObject({ segment: 's1', pos: [110, 160] })
    expect(desk.selected()).toEqual(['c2', 'n1'])
    execute(undo)
    expect(recordIn(desk.model(), 'components', 'c2')).toMatchObject({ segment: 's2', pos: [10, 60] })
  })

  test('says so when a mitigation covered the segment that goes', () => {
    const mitigations = [{ id: 'm1', title: 'Gateway', on: [{ segment: 's2' }] }]
    const desk = openDesk({ ...parts, mitigations })
    select(['s2'])
    execute(ungroup)
    expect(desk.said.notified).toEqual(['What stood in the segment is no longer covered by it: Gateway.'])
    expect(desk.model().mitigations).toEqual([])
  })

  test('needs something with a place, ungrouping a segment', () => {
    openDesk(parts)
    expect([isEnabled(groupIntoSegment), isEnabled(ungroup)]).toEqual([false, false])
    select(['c1'])
    expect([isEnabled(groupIntoSegment), isEnabled(ungroup), isEnabled(moveTo)]).toEqual([true, false, true])
    joinAs('viewer')
    expect([isEnabled(groupIntoSegment), isEnabled(moveTo)]).toEqual([false, false])
  })

  test('moving to a segment by list opens the dialog', () => {
    openDesk(parts)
    select(['c1'])
    execute(moveTo)
    expect(useView.getState().dialog).toBe('move-to')
  })
})
