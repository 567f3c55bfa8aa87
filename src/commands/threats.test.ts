import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePeers, modelOf, sync } from '../collab/doc/testing/peers.ts'
import { lastThreatNumber } from '../collab/doc/threat-numbers.ts'
import type { BoardDoc } from '../collab/doc/board-doc.ts'
import { threatLabels } from '../core/model/threats.ts'
import { recordOf, sampleModel } from '../core/model/testing/sample.ts'
import { useSession } from '../state/session-store.ts'
import { select } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { execute, isEnabled } from './execute.ts'
import { removeRecords } from './remove.ts'
import { joinAs, openDesk } from './testing/desk.ts'
import { decideThreat, goToThreat, recordThreat } from './decide-threats.ts'
import { suggestThreats } from './threats.ts'

const PARTS = {
  segments: [{ id: 's1', name: 'Core' }],
  vendors: [{ id: 'v1', name: 'Acme' }],
  components: [
    { id: 'amf', name: 'AMF', function: 'amf' },
    { id: 'smf', name: 'SMF', function: 'smf' },
  ],
}

const add = (letter: string, component = 'amf', decision: 'open' | 'dismissed' = 'open') =>
  execute(recordThreat, {
    on: { component },
    technique: `stride:${letter}`,
    title: letter,
    decision,
    rationale: '',
  })

const numbers = (desk: ReturnType<typeof openDesk>) =>
  desk
    .model()
    .threats.map(({ number }) => number)
    .toSorted((a, b) => a - b)

describe('[MO9] numbers of threats', () => {
  test('go up from the highest that was ever given', () => {
    const desk = openDesk({ ...PARTS, meta: { lastThreat: 6 } })
    add('S')
    add('T')
    expect(numbers(desk)).toEqual([7, 8])
    expect(desk.model().meta.lastThreat).toBe(8)
    expect(desk.said.announced).toEqual(['T7 recorded', 'T8 recorded'])
  })

  test('go on after those of a file that does not say the highest', () => {
    const desk = openDesk({
      ...PARTS,
      threats: [{ id: 't1', number: 12, title: 'Old', on: { component: 'smf' } }],
    })
    add('S')
    expect(numbers(desk)).toEqual([12, 13])
  })

  test('are not free again after an undo, and come back with a redo', () => {
    const desk = openDesk(PARTS)
    add('S')
    expect(desk.board.undo()).toBe('Record a threat to AMF')
    expect(numbers(desk)).toEqual([])
    expect(desk.model().meta.lastThreat).toBe(1)
    desk.board.redo()
    expect(numbers(desk)).toEqual([1])
    desk.board.undo()
    add('T')
    expect(numbers(desk)).toEqual([2])
  })

  test('are not free again when what they are on is deleted, and the threats come back with it', () => {
    const desk = openDesk(PARTS)
    add('S')
    execute(removeRecords, { ids: ['amf'] })
    expect(numbers(desk)).toEqual([])
    add('S', 'smf')
    expect(numbers(desk)).toEqual([2])
    desk.board.undo()
    desk.board.undo()
    expect(numbers(desk)).toEqual([1])
    expect(lastThreatNumber(desk.board.doc)).toBe(2)
  })

  test('two people who add at once share one, and both keep it', () => {
    const desk = openDesk(PARTS)
    add('S')
    desk.other.edit('Add', (editor) =>
      editor.create('threats', recordOf('threats', { id: 'a', number: 1, on: { component: 'smf' } })),
    )
    sync(desk.board, desk.other)
    expect([...threatLabels(desk.model().threats).values()].sort()).toEqual(['T1', 'T1b'])
    add('T')
    expect(numbers(desk)).toEqual([1, 1, 2])
  })

  test('a lower last number that was written last frees none', () => {
    const desk = openDesk(PARTS)
    for (const letter of 'STR') add(letter)
    desk.other.edit('Add', (editor) => {
      editor.create('threats', recordOf('threats', { id: 'a', number: 1, on: { component: 'smf' } }))
      editor.keepMeta({ lastThreat: 1 })
    })
    sync(desk.board, desk.other)
    for (const { id } of desk.model().threats)
      desk.board.edit('Delete', (editor) => editor.remove('threats', id))
    add('I')
    expect(numbers(desk)).toEqual([4])
  })

  test('a damaged number of a peer counts for nothing', () => {
    const desk = openDesk(PARTS)
    desk.other.edit('Damage', (editor) => editor.setMeta({ lastThreat: 1e300 }))
    sync(desk.board, desk.other)
    add('S')
    expect(numbers(desk)).toEqual([1])
  })
})

type Step = { who: 0 | 1; do: 'add' | 'undo' | 'redo' | 'delete' | 'sync' }
const steps = fc.array(
  fc.record({
    who: fc.constantFrom<0 | 1>(0, 1),
    do: fc.constantFrom<Step['do']>('add', 'add', 'undo', 'redo', 'delete', 'sync'),
  }),
  { maxLength: 40 },
)

test('[MO9] property: while people see what the others do, no number is given twice, whatever is undone or deleted', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (done, together) => {
      const boards = makePeers(2, sampleModel(PARTS)) as [BoardDoc, BoardDoc]
      const given = new Map<string, number>()
      let made = 0
      for (const step of done) {
        const board = boards[step.who]
        const [first] = modelOf(board).threats
        if (step.do === 'add') {
          const number = lastThreatNumber(board.doc) + 1
          const id = `t${made++}`
          const own = [...given].filter(([key]) => together || key.startsWith(`${step.who}/`))
          for (const [, before] of own) expect(number).toBeGreaterThan(before)
          given.set(`${step.who}/${id}`, number)
          board.edit('Add', (editor) => {
            editor.create('threats', recordOf('threats', { id, number, on: { component: 'amf' } }))
            editor.keepMeta({ lastThreat: number })
          })
        } else if (step.do === 'undo') board.undo()
        else if (step.do === 'redo') board.redo()
        else if (step.do === 'delete' && first !== undefined)
          board.edit('Delete', (editor) => editor.remove('threats', first.id))
        if (together || step.do === 'sync') sync(...boards)
      }
      sync(...boards)
      for (const { id, number } of modelOf(boards[0]).threats)
        expect([given.get(`0/${id}`), given.get(`1/${id}`)]).toContain(number)
    }),
    { numRuns: 60 },
  )
})

describe('a threat', () => {
  test('says who decided and when', () => {
    useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
    const desk = openDesk(PARTS)
    add('S', 'amf', 'dismissed')
    const [threat] = desk.model().threats
    expect(threat).toMatchObject({ decision: 'dismissed', by: 'Ada', technique: 'stride:S' })
    expect(Math.abs(Date.now() - Date.parse(threat?.at ?? ''))).toBeLessThan(60_000)
  })

  test('is not recorded twice on the same thing, whatever was decided', () => {
    const desk = openDesk(PARTS)
    add('S', 'amf', 'dismissed')
    add('S')
    add('S', 'smf')
    expect(numbers(desk)).toEqual([1, 2])
  })

  test('is decided on in one step, with its reason', () => {
    const desk = openDesk(PARTS)
    add('S')
    const id = desk.model().threats[0]?.id ?? ''
    useSession.setState({ me: { name: 'Bo', colour: '#1f6f8b' } })
    execute(decideThreat, { id, decision: 'accept', rationale: ' Rare. ' })
    expect(desk.model().threats[0]).toMatchObject({ decision: 'accept', rationale: 'Rare.', by: 'Bo' })
    execute(decideThreat, { id, decision: 'accept', rationale: 'Rare.' })
    expect(desk.board.undo()).toBe('Decide on T1')
    expect(desk.model().threats[0]).toMatchObject({ decision: 'open', rationale: '' })
    expect(desk.board.undo()).toBe('Record a threat to AMF')
  })

  test('leads to what it is to', () => {
    const desk = openDesk(PARTS)
    add('S', 'smf')
    execute(goToThreat, { id: desk.model().threats[0]?.id ?? '' })
    expect([desk.selected(), desk.said.canvas]).toEqual([['smf'], ['centre smf']])
  })

  test('is nothing that a viewer or a commenter may record', () => {
    const desk = openDesk(PARTS)
    for (const role of ['viewer', 'commenter'] as const) {
      joinAs(role)
      expect(add('S')).toBe(false)
    }
    expect(numbers(desk)).toEqual([])
  })

  test('is proposed for one element only', () => {
    openDesk(PARTS)
    expect(isEnabled(suggestThreats)).toBe(false)
    select(['amf', 'smf'])
    expect(isEnabled(suggestThreats)).toBe(false)
    select(['amf'])
    execute(suggestThreats)
    expect(useView.getState().dialog).toBe('threats')
  })
})
