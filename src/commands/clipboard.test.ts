import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameOf, placedIn } from '../core/layout/frames.ts'
import { recordIn } from '../core/model/lookup.ts'
import { normalise } from '../core/model/normalise.ts'
import type { Model } from '../core/model/records.ts'
import { randomRecords } from '../core/model/testing/random-records.ts'
import { useBoard } from '../state/board-store.ts'
import { select } from '../state/selection-store.ts'
import { clipOf, writeClip } from './clip.ts'
import { copy, cut, duplicate, paste } from './clipboard.ts'
import { execute, isEnabled } from './execute.ts'
import { undo } from './history.ts'
import { readClip } from './read-clip.ts'
import { type Desk, joinAs, openDesk, settled } from './testing/desk.ts'

const parts = {
  segments: [
    { id: 's1', name: 'Core', pos: [1000, 1000], size: [800, 600] },
    { id: 's2', name: 'Data', parent: 's1', pos: [50, 60], size: [400, 300] },
  ],
  vendors: [
    { id: 'v1', name: 'Acme', restricted: true },
    { id: 'v2', name: 'Borealis' },
  ],
  components: [
    { id: 'c1', name: 'AMF 1', segment: 's2', vendor: 'v1', product: 'X', pos: [20, 60], ownField: 'kept' },
    { id: 'c2', name: 'SMF', segment: 's1', vendor: 'v2', pos: [500, 100] },
    { id: 'c3', name: 'UPF', pos: [0, 0] },
  ],
  notes: [{ id: 'n1', text: 'Ask', segment: 's2', pos: [200, 60], size: [100, 60] }],
  links: [
    { id: 'l1', from: 'c1', to: 'c2', interface: 'n11' },
    { id: 'l2', from: 'c2', to: 'c3', interface: 'n4' },
  ],
  risks: [
    { id: 'r1', title: 'On it', on: { component: 'c1' } },
    { id: 'r2', title: 'On its vendor', on: { vendor: 'v1' } },
    { id: 'r3', title: 'On its product', on: { vendor: 'v1', product: 'X' } },
    { id: 'r4', title: 'On another product', on: { vendor: 'v1', product: 'Y' } },
    { id: 'r5', title: 'Elsewhere', on: { component: 'c3' } },
  ],
  mitigations: [
    {
      id: 'm1',
      title: 'Both',
      treats: ['r1', 'r5'],
      on: [{ component: 'c1' }, { component: 'c3' }],
      effect: 'removes-risk',
      status: 'implemented',
    },
    {
      id: 'm2',
      title: 'Elsewhere',
      treats: ['r1'],
      on: [{ component: 'c3' }],
      effect: 'removes-risk',
      status: 'implemented',
    },
    {
      id: 'm3',
      title: 'Everywhere',
      treats: ['r1', 'r5'],
      on: [],
      effect: 'removes-risk',
      status: 'implemented',
    },
    {
      id: 'm4',
      title: 'Vendor',
      treats: ['r2'],
      on: [{ vendor: 'v1' }],
      effect: 'removes-risk',
      status: 'verified',
    },
    {
      id: 'm5',
      title: 'Link',
      treats: ['r5'],
      on: [{ link: 'l1' }],
      effect: 'blocks-propagation',
      status: 'planned',
    },
    {
      id: 'm6',
      title: 'Word',
      treats: ['r5'],
      on: [{ component: 'c1' }],
      effect: 'reduces',
      status: 'planned',
    },
  ],
}

const onCanvas = (model: Model, id: string) => {
  const placed = placedIn(model, id)
  return placed === null ? null : frameOf(model, placed).at
}
const added = <K extends 'components' | 'segments' | 'links' | 'risks' | 'mitigations' | 'vendors' | 'notes'>(
  desk: Desk,
  kind: K,
  before: Model,
) =>
  (desk.model()[kind] as readonly Model[K][number][]).filter(
    ({ id }) => recordIn(before, kind, id) === undefined,
  )

async function copyThenPaste(desk: Desk, ids: string[], into: Desk = desk): Promise<Model> {
  select(ids)
  execute(copy)
  await settled()
  into.answers.clipboard = desk.answers.clipboard
  const before = useBoard.getState().model
  execute(paste)
  await settled()
  return before
}

describe('a copy', () => {
  test('takes what lies in a segment, the links among it, vendors, the risks that apply and what bears on them', () => {
    const { model } = normalise(openDesk(parts).model())
    const clip = clipOf(model, ['s2', 'c2', 'l2'])
    expect(clip.segments).toMatchObject([{ id: 's2', parent: null, pos: [1050, 1060] }])
    expect(clip.components).toMatchObject([
      { id: 'c1', segment: 's2', pos: [20, 60] },
      { id: 'c2', segment: null, pos: [1500, 1100] },
    ])
    expect(clip.notes.map(({ id }) => id)).toEqual(['n1'])
    expect(clip.links.map(({ id }) => id)).toEqual(['l1'])
    expect(clip.vendors.map(({ id }) => id)).toEqual(['v1', 'v2'])
    expect(clip.risks.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3'])
    expect(clip.mitigations.map(({ id, on, treats }) => [id, on, treats])).toEqual([
      ['m1', [{ component: 'c1' }], ['r1']],
      ['m3', [], ['r1']],
      ['m4', [{ vendor: 'v1' }], ['r2']],
      ['m5', [{ link: 'l1' }], []],
    ])
  })

  test('of any records reads back as the same clip', () => {
    const ids = fc.subarray(['s0', 's1', 's2', 'c0', 'c1', 'c2', 'c3', 'n0', 'l0', 'v0', 'r0'])
    fc.assert(
      fc.property(randomRecords, ids, (records, chosen) => {
        const { model } = normalise(records)
        const clip = clipOf(model, chosen)
        const read = readClip(writeClip(clip))
        if (read === null || typeof read === 'string') throw new Error(String(read))
        for (const kind of [
          'segments',
          'components',
          'links',
          'risks',
          'mitigations',
          'vendors',
          'notes',
        ] as const)
          expect(read[kind]).toEqual(JSON.parse(JSON.stringify(normalise(clip).model[kind])))
        expect(normalise(clip).setAside).toEqual([])
      }),
    )
  })

  test('may be made by whoever may only look', async () => {
    const desk = openDesk(parts)
    joinAs('viewer')
    select(['c1'])
    expect([copy, cut, duplicate, paste].map((command) => isEnabled(command))).toEqual([
      true,
      false,
      false,
      false,
    ])
    execute(copy)
    await settled()
    expect(JSON.parse(desk.answers.clipboard)).toMatchObject({ format: 'ringfence-clip', version: 1 })
    expect(desk.said.announced).toEqual(['1 record copied'])
  })
})

describe('pasting on the same board', () => {
  test('gives new ids and names, uses the vendor that is there, and is one step', async () => {
    const desk = openDesk(parts)
    desk.look([3000, 3000])
    const before = await copyThenPaste(desk, ['s2', 'c2'])
    const components = added(desk, 'components', before)
    expect(components.map(({ name, vendor }) => `${name} of ${vendor}`).sort()).toEqual([
      'AMF 2 of v1',
      'SMF 2 of v2',
    ])
    expect(components.find(({ name }) => name === 'AMF 2')).toMatchObject({ product: 'X', ownField: 'kept' })
    expect(added(desk, 'vendors', before)).toEqual([])
    const [link] = added(desk, 'links', before)
    expect(new Set([link?.from, link?.to])).toEqual(new Set(components.map(({ id }) => id)))
    expect(added(desk, 'risks', before).map(({ title, on }) => [title, on])).toEqual([
      ['On it', { component: components.find(({ name }) => name === 'AMF 2')?.id }],
    ])
    expect(desk.board.steps().undo).toBe('Paste 4 records')
    execute(undo)
    expect(desk.model()).toEqual(before)
  })

  test('brings no more credit than came along', async () => {
    const desk = openDesk(parts)
    const before = await copyThenPaste(desk, ['s2', 'c2'])
    const risk = added(desk, 'risks', before)[0]?.id
    const component = added(desk, 'components', before).find(({ name }) => name === 'AMF 2')?.id
    const link = added(desk, 'links', before)[0]?.id
    const pasted = added(desk, 'mitigations', before).map(({ title, on, treats }) => [title, on, treats])
    expect(pasted).toHaveLength(3)
    expect(pasted).toEqual(
      expect.arrayContaining([
        ['Both', [{ component }], [risk]],
        ['Everywhere', [], [risk]],
        ['Link', [{ link }], []],
      ]),
    )
  })

  test('lands in the middle of the view, in the segment that has room, is selected, and the next one aside', async () => {
    const desk = openDesk(parts)
    desk.look([1300, 1300])
    await copyThenPaste(desk, ['c3'])
    const [first = ''] = desk.selected()
    expect(recordIn(desk.model(), 'components', first)?.segment).toBe('s2')
    expect(onCanvas(desk.model(), first)).toEqual([1300 - 84, 1300 - 32])
    execute(paste)
    await settled()
    const [second = ''] = desk.selected()
    expect(second).not.toBe(first)
    expect(onCanvas(desk.model(), second)).toEqual([1300 - 84 + 24, 1300 - 32 + 24])
    desk.look([1030, 1030])
    execute(paste)
    await settled()
    expect(recordIn(desk.model(), 'components', desk.selected()[0] ?? '')?.segment).toBeNull()
  })

  test('keeps the arrangement, and selects only the outermost', async () => {
    const desk = openDesk(parts)
    desk.look([5000, 5000])
    const before = await copyThenPaste(desk, ['s2', 'c1', 'c3'])
    const place = (name: string) => {
      const found = [...desk.model().components, ...desk.model().segments].find((each) => each.name === name)
      return onCanvas(desk.model(), found?.id ?? '') ?? [0, 0]
    }
    const [segment, inner, outer] = [place('Data 2'), place('AMF 2'), place('UPF 2')]
    expect([inner[0] - segment[0], inner[1] - segment[1]]).toEqual([20, 60])
    expect([segment[0] - outer[0], segment[1] - outer[1]]).toEqual([1050, 1060])
    expect(desk.selected()).toHaveLength(2)
    expect(added(desk, 'components', before)).toHaveLength(2)
  })
})

describe('pasting on another board', () => {
  const elsewhere = {
    vendors: [
      { id: 'v9', name: ' acme ' },
      { id: 'v2', name: 'Somebody else' },
    ],
    components: [{ id: 'c1', name: 'Existing', vendor: 'v9' }],
  }

  test('takes the vendor of the same name, and brings one that is new with its risks', async () => {
    const there = openDesk({
      ...parts,
      risks: [...parts.risks, { id: 'r6', title: 'On the other vendor', on: { vendor: 'v2' } }],
      mitigations: [
        ...parts.mitigations,
        { id: 'm7', title: 'Contract', treats: ['r6'], on: [{ vendor: 'v2' }], status: 'implemented' },
      ],
    })
    select(['c1', 'c2'])
    execute(copy)
    await settled()
    const { clipboard } = there.answers
    const desk = openDesk(elsewhere)
    desk.answers.clipboard = clipboard
    const before = desk.model()
    execute(paste)
    await settled()
    const [brought] = added(desk, 'vendors', before)
    expect(brought).toMatchObject({ name: 'Borealis', restricted: false })
    expect(brought?.id).not.toBe('v2')
    const vendorOf = new Map(added(desk, 'components', before).map(({ name, vendor }) => [name, vendor]))
    expect([vendorOf.get('AMF 1'), vendorOf.get('SMF')]).toEqual(['v9', brought?.id])
    expect(
      added(desk, 'risks', before)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['On it', 'On the other vendor'])
    const contract = added(desk, 'mitigations', before).find(({ title }) => title === 'Contract')
    expect(contract?.on).toEqual([{ vendor: brought?.id }])
    expect(added(desk, 'mitigations', before).map(({ title }) => title)).not.toContain('Vendor')
  })

  test('never lets a pasted mitigation name anything that was there before', async () => {
    const ids = fc.subarray(['s0', 's1', 's2', 'c0', 'c1', 'c2', 'c3', 'n0'], { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(randomRecords, randomRecords, ids, async (from, to, chosen) => {
        const desk = openDesk(normalise(to).model)
        desk.answers.clipboard = writeClip(clipOf(normalise(from).model, chosen))
        const before = desk.model()
        execute(paste)
        await settled()
        const old = (id: string) =>
          (['components', 'segments', 'links', 'vendors', 'risks'] as const).some(
            (kind) => recordIn(before, kind, id) !== undefined,
          )
        for (const { on, treats } of added(desk, 'mitigations', before)) {
          expect([...treats, ...on.flatMap((subject) => Object.values(subject))].filter(old)).toEqual([])
          if (on.length === 0) expect(treats.length).toBeGreaterThan(0)
        }
        expect(useBoard.getState().setAside).toEqual([])
        if (desk.board.steps().undo !== null) execute(undo)
        expect(desk.model()).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a clipboard that holds something else', () => {
  const file = (parts: object) => JSON.stringify({ format: 'ringfence-clip', version: 1, ...parts })
  test.each<[string, string, string]>([
    ['nothing', '', 'There is nothing from a board on the clipboard.'],
    ['plain text', 'hello', 'There is nothing from a board on the clipboard.'],
    [
      'text about clips',
      'what is a ringfence-clip?',
      'What was copied cannot be pasted.\nline 1, column 1: is not JSON',
    ],
    [
      'a newer clip',
      '{"format":"ringfence-clip","version":2}',
      'What was copied cannot be pasted.\nIt was copied by another version',
    ],
    ['an empty clip', file({}), 'There is nothing on the clipboard that has a place.'],
    [
      'a clip of a risk alone',
      file({ vendors: [{ id: 'v1' }], risks: [{ id: 'r1', on: { vendor: 'v1' } }] }),
      'There is nothing on the clipboard that has a place.',
    ],
    [
      'wrong types',
      file({ components: [{ id: 'c1', name: 5 }] }),
      'What was copied cannot be pasted.\ncomponents[0].name: expected text, found a number',
    ],
    [
      'a list that is none',
      file({ components: 'x' }),
      'What was copied cannot be pasted.\ncomponents: expected a list, found text',
    ],
    [
      'a __proto__ key',
      '{"format":"ringfence-clip","version":1,"components":[{"id":"c1","__proto__":{}}]}',
      'What was copied cannot be pasted.\ncomponents[0].__proto__',
    ],
    [
      'nesting without end',
      `{"format":"ringfence-clip","x":${'['.repeat(100_000)}`,
      'What was copied cannot be pasted.\nline 1, column',
    ],
    [
      'too many records',
      file({ notes: Array.from({ length: 5001 }, (_, index) => ({ id: `n${index}` })) }),
      'What was copied cannot be pasted.\nIt has more than 5000 records',
    ],
  ])('%s: says so, and changes nothing', async (_, text, message) => {
    const desk = openDesk(parts)
    const before = desk.model()
    desk.answers.clipboard = text
    execute(paste)
    await settled()
    expect(desk.said.notified).toEqual([expect.stringContaining(message)])
    expect(desk.model()).toBe(before)
  })

  test('never makes it throw, whatever it is', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .json()
        .map((json) => `{"format":"ringfence-clip","version":1,"components":${json},"mitigations":${json}}`),
    )
    fc.assert(fc.property(text, (given) => void readClip(given)))
  })

  test('drops what refers to nothing in it', async () => {
    const desk = openDesk(parts)
    desk.answers.clipboard = file({
      components: [{ id: 'x', segment: 's1', vendor: 'v1' }],
      links: [{ id: 'y', from: 'x', to: 'c1' }],
      mitigations: [{ id: 'z', on: [{ component: 'c1' }], treats: ['r1'] }],
    })
    const before = desk.model()
    execute(paste)
    await settled()
    expect(added(desk, 'components', before)).toMatchObject([{ vendor: null }])
    expect(added(desk, 'links', before)).toEqual([])
    expect(added(desk, 'mitigations', before)).toEqual([])
  })
})

test('cutting takes away what it copied as one step, without asking, and pasting brings it back', async () => {
  const desk = openDesk(parts)
  const before = desk.model()
  select(['c1'])
  execute(cut)
  await settled()
  expect(desk.said.asked).toEqual([])
  expect(recordIn(desk.model(), 'components', 'c1')).toBeUndefined()
  expect(recordIn(desk.model(), 'risks', 'r1')).toBeUndefined()
  expect(desk.board.steps().undo).toBe('Cut AMF 1')
  execute(paste)
  await settled()
  expect(
    desk
      .model()
      .components.map(({ name }) => name)
      .sort(),
  ).toEqual(['AMF 1', 'SMF', 'UPF'])
  expect(desk.model().risks.filter(({ title }) => title === 'On it')).toHaveLength(1)
  execute(undo)
  execute(undo)
  expect(desk.model()).toEqual(before)
})

test('duplicating puts a copy beside each, in the same segment, and leaves the clipboard alone', () => {
  const desk = openDesk(parts)
  const before = desk.model()
  select(['c1', 'c3'])
  execute(duplicate)
  const copies = added(desk, 'components', before)
  expect(new Map(copies.map(({ name, segment, pos }) => [name, [segment, ...pos]]))).toEqual(
    new Map([
      ['AMF 2', ['s2', 44, 84]],
      ['UPF 2', [null, 24, 24]],
    ]),
  )
  expect(desk.selected()).toEqual(copies.map(({ id }) => id).sort())
  expect(desk.answers.clipboard).toBe('')
  expect(desk.board.steps().undo).toBe('Duplicate 2 records')
  execute(undo)
  expect(desk.model()).toEqual(before)
})
