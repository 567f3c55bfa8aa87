import { expect, test } from 'vitest'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { finish } from '../../core/model/in-parts.ts'
import { component, segment } from '../../core/layout/testing/boards.ts'
import { emptyModel, type Model } from '../../core/model/records.ts'
import { NO_COMPONENT_PAINT, NO_LINK_PAINT, type Paint } from '../../core/paint/marks.ts'
import type { Scene } from '../scene/scene.ts'
import type { Colours } from './colours.ts'
import type { Canvas2D } from './brush.ts'
import { paintBoard } from './paint-board.ts'

const colours: Colours = {
  canvas: '#000001',
  node: '#000002',
  line: '#000003',
  link: '#000004',
  text: '#000005',
  muted: '#000006',
  taken: '#ff0000',
  reached: '#ffaa00',
  selected: '#0000ff',
  choke: '#4400ff',
  blast: '#ff00ff',
  covered: '#00ff00',
}

/** Writes down what is drawn, with the colours that it is drawn in. */
class Recorder implements Canvas2D {
  fillStyle = ''
  strokeStyle = ''
  lineWidth = 0
  font = ''
  textBaseline: CanvasTextBaseline = 'top'
  readonly drawn: string[] = []
  #line: string[] = []
  setTransform = () => undefined
  clearRect = () => undefined
  setLineDash = () => undefined
  beginPath = () => void (this.#line = [])
  moveTo = (x: number, y: number) => void this.#line.push(`${x},${y}`)
  lineTo = (x: number, y: number) => void this.#line.push(`${x},${y}`)
  stroke = () =>
    void (this.#line.length > 0 && this.drawn.push(`line ${this.#line.join(' ')} ${this.strokeStyle}`))
  fillRect = (x: number, y: number) => void this.drawn.push(`fill ${x},${y} ${this.fillStyle}`)
  strokeRect = (x: number, y: number) => void this.drawn.push(`frame ${x},${y} ${this.strokeStyle}`)
  fillText = (text: string) => void this.drawn.push(`text ${text}`)
}

const model: Model = {
  ...emptyModel(),
  segments: [{ ...segment('s', null, [0, 0], [600, 400]), name: 'Core' }],
  components: [
    { ...component('a', 's', [10, 50]), name: 'AMF 1' },
    { ...component('b', 's', [300, 50]), name: 'SMF 1' },
    { ...component('far', null, [90_000, 0]), name: 'Far away' },
  ],
}
const frames = boardFrames(model)
const scene: Scene = {
  model,
  settled: frames,
  frames,
  routes: new Map([
    [
      'l',
      {
        points: [
          [178, 82],
          [300, 82],
        ],
        label: [0, 0],
      },
    ],
    [
      'm',
      {
        points: [
          [178, 90],
          [300, 90],
        ],
        label: [0, 0],
      },
    ],
  ]),
  paint: {
    mode: 'routes',
    components: new Map([['a', { ...NO_COMPONENT_PAINT, mark: 'taken' }]]),
    links: new Map([['l', { ...NO_LINK_PAINT, mark: 'taken' }]]),
    segments: new Map(),
  },
}
const paint = (zoom: number, selected: readonly string[] = [], marked: Paint = scene.paint): string[] => {
  const recorder = new Recorder()
  const view = { x: 0, y: 0, zoom }
  finish(paintBoard(recorder, { ...scene, paint: marked }, view, [800, 600], 1, colours, new Set(selected)))
  return recorder.drawn
}

test('what is on a route and what is selected is painted in their colours', () => {
  const drawn = paint(1, ['b'])
  expect(drawn).toContain('line 178,82 300,82 #ff0000')
  expect(drawn).toContain('frame 10,50 #ff0000')
  expect(drawn).toContain('frame 300,50 #0000ff')
  expect(drawn.some((stroke) => stroke.startsWith('line 178,90') && !stroke.endsWith('#ff0000'))).toBe(true)
})

const marked = (component: object, link: object, mode: Paint['mode'] = 'routes'): Paint => ({
  mode,
  components: new Map([['a', { ...NO_COMPONENT_PAINT, ...component }]]),
  links: new Map([['l', { ...NO_LINK_PAINT, ...link }]]),
  segments: new Map(),
})

test('what has gone out is quiet, with a tick; what has come has the colour of its route, with a plus', () => {
  const gone = paint(1, [], marked({ change: 'gone' }, { change: 'gone' }))
  expect(gone).toContain(`line 178,82 300,82 ${colours.muted}`)
  expect(gone).toContain(`line 235,82 237.8,84.8 243,78.8 ${colours.muted}`)
  expect(gone).toContain(`frame 10,50 ${colours.muted}`)
  const come = paint(1, [], marked({ mark: 'taken', change: 'come' }, { mark: 'taken', change: 'come' }))
  expect(come).toContain(`line 178,82 300,82 ${colours.taken}`)
  expect(come).toContain(`line 235,82 243,82 239,78 239,86 ${colours.text}`)
})

test('what one component would give is in a colour of its own', () => {
  const drawn = paint(1, [], marked({ blast: 'taken' }, { blast: true }, 'blast'))
  expect(drawn).toContain(`line 178,82 300,82 ${colours.blast}`)
  expect(drawn).toContain(`frame 10,50 ${colours.blast}`)
})

test('choke points are ringed with their rank, the separating set is barred', () => {
  const drawn = paint(1, [], marked({ choke: 1 }, { cut: true, choke: 2 }))
  expect(drawn).toContain(`frame 3,43 ${colours.choke}`)
  expect(drawn).toContain('text 1')
  expect(drawn).toContain(`line 178,82 300,82 ${colours.choke}`)
  expect(drawn).toContain(`line 239,89 239,75 ${colours.choke}`)
  expect(paint(1, [], marked({ choke: 11 }, {}))).not.toContain('text 11')
})

test('what is out of view is not painted', () => {
  expect(paint(1).some((stroke) => stroke.includes('90000'))).toBe(false)
})

test('names are written as long as they can be read', () => {
  expect(paint(0.5)).toContain('text AMF 1')
  expect(paint(0.2)).not.toContain('text AMF 1')
  expect(paint(0.2)).toContain('text Core')
})

test('[PR5] coverage is told by letter, pattern and colour, and in figures on a segment', () => {
  const cover = { cover: 'uncovered', covered: 1, counted: 3, asPlanned: false } as const
  const drawn = paint(1, [], { ...marked(cover, {}, 'plain'), segments: new Map([['s', cover]]) })
  expect(drawn).toContain('text U 1/3')
  expect(drawn).toContain(`frame 10,50 ${colours.taken}`)
  const hatch = drawn.find((stroke) => stroke.startsWith('line') && stroke.endsWith(colours.taken))
  expect(hatch?.split(' ').length).toBeGreaterThan(6)
  expect(drawn).toContain('text 1 of 3 covered')
  const later = { ...cover, asPlanned: true }
  const planned = paint(1, [], { ...marked(later, {}, 'plain'), segments: new Map([['s', later]]) })
  expect(planned).toContain('text U 1/3 as planned')
  expect(planned).toContain('text 1 of 3 as planned')
  const blank = paint(1, [], marked({}, {}, 'plain'))
  expect(blank.some((stroke) => stroke.includes('text U') || stroke.includes('covered'))).toBe(false)
})
