import { describe, expect, test } from 'vitest'
import { select, showExposure, useSelection } from '../state/selection-store.ts'
import { setView, useView } from '../state/view-store.ts'
import type { Command } from './command.ts'
import { execute, getHost, isEnabled } from './execute.ts'
import {
  clearExposure,
  focusExposure,
  nextExposure,
  previousExposure,
  rankedExposures,
  setScenario,
} from './exposure.ts'
import { undo } from './history.ts'
import { rename } from './rename.ts'
import { selectAll, selectNone } from './selection.ts'
import { joinAs, openDesk, showResult } from './testing/desk.ts'
import * as view from './view.ts'

describe('the view', () => {
  test.each<[Command, 'left' | 'right' | 'bottom']>([
    [view.togglePalette, 'left'],
    [view.toggleInspector, 'right'],
    [view.toggleDrawer, 'bottom'],
  ])('%j turns its part off and on', (command, part) => {
    openDesk()
    execute(command)
    expect(useView.getState()[part]).toBe(false)
    execute(command)
    expect(useView.getState()[part]).toBe(true)
  })

  test('shows the model, exposure or coverage, each key back to the model', () => {
    const desk = openDesk()
    const seen = [
      view.toggleExposure,
      view.toggleCoverage,
      view.toggleExposure,
      view.toggleCoverage,
      view.toggleCoverage,
    ].map((each) => {
      execute(each)
      return useView.getState().mode
    })
    expect(seen).toEqual(['model', 'coverage', 'exposure', 'coverage', 'model'])
    execute(view.showMode, 'coverage')
    expect(useView.getState().mode).toBe('coverage')
    expect(desk.said.announced.at(-1)).toBe('Coverage shown')
  })

  test('asks the canvas to zoom and fit, and does without one', () => {
    const desk = openDesk({ components: [{ id: 'c1' }] })
    for (const command of [view.zoomIn, view.zoomReset, view.fitBoard, view.fitSelection]) execute(command)
    select(['c1'])
    execute(view.fitSelection)
    expect(desk.said.canvas).toEqual(['by 1.25', 'to 1', 'fit all', 'fit c1'])
    const host = getHost()
    if (host !== null) host.canvas = null
    expect(execute(view.zoomOut)).toBe(true)
    expect(desk.said.notified).toEqual([])
  })

  test('has a tool, a dialog and a table open', () => {
    openDesk()
    execute(view.handTool)
    execute(view.openHelp)
    setView({ bottom: false })
    execute(view.showTable, 'vendors')
    expect(useView.getState()).toMatchObject({
      tool: 'hand',
      dialog: 'help',
      bottom: true,
      bottomTab: 'vendors',
    })
    for (const [command, dialog] of [
      [view.openPalette, 'palette'],
      [view.openShare, 'share'],
    ] as const) {
      execute(command)
      expect(useView.getState().dialog).toBe(dialog)
    }
  })

  test('goes from the scheme of the system to the other, and between the two', () => {
    openDesk()
    const schemes = [0, 1, 2].map(() => {
      execute(view.toggleScheme)
      return useView.getState().scheme
    })
    expect(schemes).toEqual(['dark', 'light', 'dark'])
  })
})

describe('the selection', () => {
  const parts = {
    segments: [{ id: 's1' }],
    components: [{ id: 'c1' }],
    links: [{ id: 'l1', from: 'c1', to: 'c1' }],
    notes: [{ id: 'n1' }],
    vendors: [{ id: 'v1' }],
  }

  test('of all takes what is on the canvas', () => {
    const desk = openDesk(parts)
    joinAs('viewer')
    execute(selectAll)
    expect(desk.selected()).toEqual(['c1', 'l1', 'n1', 's1'])
    expect(desk.said.announced).toEqual(['4 selected'])
  })

  test('Escape leaves a name, a tool, an exposure and the selection, one after the other', () => {
    const desk = openDesk(parts)
    select(['c1'])
    setView({ renaming: 'c1', tool: 'connect', inspected: 'v1' })
    showExposure({ risk: 'r1', target: 'c1' })
    const left = () => [
      useView.getState().renaming,
      useView.getState().tool,
      useSelection.getState().exposure?.risk ?? null,
      desk.selected().length,
    ]
    const steps = [0, 1, 2, 3].map(() => {
      execute(selectNone)
      return left()
    })
    expect(steps).toEqual([
      [null, 'connect', 'r1', 1],
      [null, 'select', 'r1', 1],
      [null, 'select', null, 1],
      [null, 'select', null, 0],
    ])
    expect(useView.getState().inspected).toBeNull()
    expect(isEnabled(selectNone)).toBe(false)
  })

  test.each([
    ['c1', true],
    ['s1', true],
    ['l1', true],
    ['n1', true],
    ['v1', false],
    ['gone', false],
  ])('%s alone can be renamed in place: %s', (id, expected) => {
    openDesk(parts)
    select([id])
    expect(execute(rename)).toBe(expected)
    expect(useView.getState().renaming).toBe(expected ? id : null)
    select([id, 's1', 'c1'])
    expect(isEnabled(rename)).toBe(false)
  })
})

describe('exposures', () => {
  const parts = {
    components: [
      { id: 'c1', name: 'AMF' },
      { id: 'c2', name: 'SMF' },
    ],
    risks: [{ id: 'r1', title: 'Builds', on: { component: 'c1' } }],
  }
  const low = { risk: 'r1', target: 'c2', kind: 'reached', rating: 'low' } as const
  const high = { risk: 'r1', target: 'c1', kind: 'reached', rating: 'high' } as const
  const taken = { risk: 'r9', target: 'c1', kind: 'taken', rating: 'high' } as const

  test('are ranked by rating, taken before reached, else as they come', () => {
    const other = { ...low, target: 'c3' }
    const result = { exposures: [low, other, high, taken] } as unknown as Parameters<
      typeof rankedExposures
    >[0]
    expect(rankedExposures(result)).toEqual([taken, high, low, other])
    expect(rankedExposures(result)).toBe(rankedExposures(result))
  })

  test('are walked through in that order, round and round, and left again', () => {
    const desk = openDesk(parts)
    expect([nextExposure, previousExposure, clearExposure].map((each) => isEnabled(each))).toEqual([
      false,
      false,
      false,
    ])
    showResult([low, high, taken])
    setView({ mode: 'model' })
    joinAs('viewer')
    const shown = (command: Command) => {
      execute(command)
      const { exposure } = useSelection.getState()
      return exposure === null ? null : `${exposure.risk} ${exposure.target}`
    }
    expect([nextExposure, nextExposure, nextExposure, nextExposure].map(shown)).toEqual([
      'r9 c1',
      'r1 c1',
      'r1 c2',
      'r9 c1',
    ])
    expect([previousExposure, previousExposure].map(shown)).toEqual(['r1 c2', 'r1 c1'])
    expect(useView.getState().mode).toBe('exposure')
    expect(desk.said.announced.slice(0, 2)).toEqual([
      'Exposure 1 of 3: r9 takes AMF',
      'Exposure 2 of 3: Builds reaches AMF',
    ])
    expect(shown(clearExposure)).toBeNull()
    expect(shown(previousExposure)).toBe('r1 c2')
  })

  test('one is brought into view with its whole path and where that is entered', () => {
    const desk = openDesk(parts)
    showResult([{ ...low, path: ['c1', 'c2'], entry: { component: 'c9', link: 'l9' } }])
    execute(focusExposure, { risk: 'r1', target: 'c2' })
    expect(desk.said.canvas).toEqual(['reveal c9 c1 c2'])
    expect(desk.said.notified).toEqual([])
  })

  test('one that is not there any more is shown without a word', () => {
    const desk = openDesk(parts)
    execute(focusExposure, { risk: 'r1', target: 'c2' })
    expect(useSelection.getState().exposure).toEqual({ risk: 'r1', target: 'c2' })
    expect(desk.said.announced).toEqual([])
  })

  test('the scenario is the board’s, for editors to change', () => {
    const desk = openDesk(parts)
    execute(setScenario, 'target')
    expect(desk.model().meta.policy).toMatchObject({ scenario: 'target', access: 'weakness' })
    execute(undo)
    expect(desk.model().meta.policy.scenario).toBe('current')
    joinAs('viewer')
    expect(execute(setScenario, 'target')).toBe(false)
  })
})
