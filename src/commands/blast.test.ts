import { expect, test } from 'vitest'
import { useInquiry } from '../state/inquiry-store.ts'
import { select, showExposure, useSelection } from '../state/selection-store.ts'
import { setView, useView } from '../state/view-store.ts'
import { blastRadius, endBlast, revealBlastPath } from './blast.ts'
import { execute, isEnabled } from './execute.ts'
import { selectNone } from './selection.ts'
import { joinAs, openDesk } from './testing/desk.ts'

const parts = {
  segments: [{ id: 's1' }],
  components: [
    { id: 'c1', name: 'EMS' },
    { id: 'c2', name: 'AMF' },
  ],
}
const asked = () => useInquiry.getState().blastOf

test('the blast radius is asked of one selected component, by viewers too', () => {
  openDesk(parts)
  joinAs('viewer')
  const can = [[], ['s1'], ['c1', 'c2'], ['c1']].map((ids) => {
    select(ids)
    return isEnabled(blastRadius)
  })
  expect(can).toEqual([false, false, false, true])
})

test('it takes the place of an exposure shown alone, and an exposure takes its place', () => {
  openDesk(parts)
  select(['c1'])
  showExposure({ risk: 'r1', target: 'c2' })
  setView({ mode: 'model', bottom: false })
  execute(blastRadius)
  expect([asked(), useSelection.getState().exposure]).toEqual(['c1', null])
  expect(useView.getState()).toMatchObject({ mode: 'exposure', bottom: true, bottomTab: 'blast' })
  showExposure({ risk: 'r1', target: 'c2' })
  expect(asked()).toBeNull()
})

test('asked again it is put away, and Escape and its own command put it away before anything else', () => {
  const desk = openDesk(parts)
  select(['c1'])
  expect(isEnabled(endBlast)).toBe(false)
  for (const end of [blastRadius, selectNone, endBlast]) {
    execute(blastRadius)
    expect(asked()).toBe('c1')
    execute(end)
    expect([asked(), desk.selected()]).toEqual([null, ['c1']])
  }
  expect(desk.said.announced).toEqual(Array.from({ length: 3 }, () => 'Routes shown again'))
})

test('asked of another component it is that one’s', () => {
  openDesk(parts)
  select(['c1'])
  execute(blastRadius)
  select(['c2'])
  execute(blastRadius)
  expect(asked()).toBe('c2')
})

test('the way to a target is brought into view and told', () => {
  const desk = openDesk(parts)
  execute(revealBlastPath, {
    target: 'c2',
    kind: 'taken',
    hops: 1,
    path: ['c1', 'c2'],
    links: ['l1'],
    fresh: true,
  })
  expect(desk.said.canvas).toEqual(['reveal c1 c2 l1'])
  expect(desk.said.announced).toEqual(['EMS, then AMF'])
})
