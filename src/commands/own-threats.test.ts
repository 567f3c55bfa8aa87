import { describe, expect, test } from 'vitest'
import { lastThreatNumber } from '../collab/doc/threat-numbers.ts'
import { sync } from '../collab/doc/testing/peers.ts'
import { suggestThreats as suggestionsFor } from '../core/analysis/threats/suggest.ts'
import { select } from '../state/selection-store.ts'
import { useSession } from '../state/session-store.ts'
import { useThreats } from '../state/threat-store.ts'
import { useView } from '../state/view-store.ts'
import { decideThreat, recordThreat } from './decide-threats.ts'
import { execute, isEnabled } from './execute.ts'
import { addThreat, editThreat, removeThreat } from './own-threats.ts'
import { joinAs, openDesk } from './testing/desk.ts'
import { askForThreat } from './threats.ts'

const PARTS = {
  segments: [{ id: 's1', name: 'Core' }],
  components: [
    { id: 'amf', name: 'AMF', function: 'amf' },
    { id: 'smf', name: 'SMF', function: 'smf' },
  ],
  links: [{ id: 'n11', from: 'amf', to: 'smf', interface: 'n11' }],
}
const STORM = {
  on: { component: 'amf' },
  title: ' Signalling storm ',
  stride: 'D',
  description: 'All devices return at once',
} as const
const only = (desk: ReturnType<typeof openDesk>) => {
  const [threat] = desk.model().threats
  if (threat === undefined) throw new Error('no threat')
  return threat
}

describe('[MO9] a threat of one’s own', () => {
  test('gets the next number, is open, and says who wrote it', () => {
    useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
    const desk = openDesk({ ...PARTS, meta: { lastThreat: 6 } })
    execute(addThreat, STORM)
    expect(only(desk)).toMatchObject({
      number: 7,
      technique: null,
      stride: 'D',
      title: 'Signalling storm',
      description: 'All devices return at once',
      decision: 'open',
      by: 'Ada',
    })
    expect(desk.said.announced).toEqual(['T7 recorded'])
    expect(desk.board.undo()).toBe('Add a threat to AMF')
    execute(addThreat, { ...STORM, on: { link: 'n11' } })
    expect(only(desk)).toMatchObject({ number: 8, on: { link: 'n11' } })
  })

  test('is no other than the same once more, and keeps nothing from being proposed', () => {
    const desk = openDesk(PARTS)
    const before = suggestionsFor(desk.model(), STORM.on)
    execute(addThreat, STORM)
    execute(addThreat, STORM)
    expect(desk.model().threats).toHaveLength(2)
    expect(suggestionsFor(desk.model(), STORM.on)).toEqual(before)
  })

  test('is decided on as any other', () => {
    const desk = openDesk(PARTS)
    execute(addThreat, STORM)
    execute(decideThreat, { id: only(desk).id, decision: 'accept', rationale: 'Rare.' })
    expect(only(desk)).toMatchObject({ decision: 'accept', stride: 'D' })
  })

  test('is edited in one step that leaves the decision, and what another one wrote meanwhile', () => {
    const desk = openDesk(PARTS)
    execute(addThreat, STORM)
    const { id, at, by } = only(desk)
    sync(desk.board, desk.other)
    desk.other.edit('Edit', (editor) => editor.set('threats', id, { description: 'Theirs' }))
    execute(editThreat, { id, fields: { title: 'Storm', on: { segment: 's1' } } })
    sync(desk.board, desk.other)
    expect(only(desk)).toMatchObject({ title: 'Storm', description: 'Theirs', on: { segment: 's1' }, at, by })
    expect(desk.board.undo()).toBe('Edit T1')
    expect(only(desk)).toMatchObject({ title: 'Signalling storm', on: { component: 'amf' } })
  })

  test('is deleted in one step, and its number is never given again', () => {
    const desk = openDesk(PARTS)
    execute(addThreat, STORM)
    execute(removeThreat, { id: only(desk).id })
    expect(desk.model().threats).toEqual([])
    execute(addThreat, STORM)
    expect(only(desk).number).toBe(2)
    desk.board.undo()
    expect(desk.board.undo()).toBe('Delete T1')
    expect(only(desk).number).toBe(1)
    expect(lastThreatNumber(desk.board.doc)).toBe(2)
  })

  test('needs a title; and one that was proposed is neither edited nor deleted', () => {
    const desk = openDesk(PARTS)
    execute(addThreat, { ...STORM, title: ' ' })
    expect(desk.model().threats).toEqual([])
    const proposed = { on: STORM.on, technique: 'stride:S', title: 'S', rationale: '' }
    execute(recordThreat, { ...proposed, decision: 'open' })
    execute(editThreat, { id: only(desk).id, fields: { title: 'Mine' } })
    execute(removeThreat, { id: only(desk).id })
    expect(only(desk).title).toBe('S')
  })

  test('is asked for on the one element that is selected, by who may edit', () => {
    const desk = openDesk(PARTS)
    expect(isEnabled(askForThreat)).toBe(false)
    select(['n11'])
    execute(askForThreat)
    expect(useThreats.getState()).toEqual({ adding: { link: 'n11' } })
    expect(useView.getState()).toMatchObject({ bottom: true, bottomTab: 'threats' })
    joinAs('commenter')
    expect(isEnabled(askForThreat)).toBe(false)
    expect(execute(addThreat, STORM)).toBe(false)
    expect(desk.model().threats).toEqual([])
  })
})
