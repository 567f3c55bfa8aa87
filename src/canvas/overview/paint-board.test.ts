import { expect, test } from 'vitest'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { component, segment } from '../../core/layout/testing/boards.ts'
import { emptyModel, type Model } from '../../core/model/records.ts'
import { NO_COMPONENT_PAINT, NO_LINK_PAINT } from '../paint/paint.ts'
import type { Scene } from '../scene/scene.ts'
import type { Colours } from './colours.ts'
import { type Canvas2D, paintBoard } from './paint-board.ts'

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
  },
}
const paint = (zoom: number, selected: readonly string[] = []): string[] => {
  const recorder = new Recorder()
  paintBoard(recorder, scene, { x: 0, y: 0, zoom }, [800, 600], 1, colours, new Set(selected))
  return recorder.drawn
}

test('what is on a route and what is selected is painted in their colours', () => {
  const drawn = paint(1, ['b'])
  expect(drawn).toContain('line 178,82 300,82 #ff0000')
  expect(drawn).toContain('frame 10,50 #ff0000')
  expect(drawn).toContain('frame 300,50 #0000ff')
  expect(drawn.some((stroke) => stroke.startsWith('line 178,90') && !stroke.endsWith('#ff0000'))).toBe(true)
})

test('what is out of view is not painted', () => {
  expect(paint(1).some((stroke) => stroke.includes('90000'))).toBe(false)
})

test('names are written as long as they can be read', () => {
  expect(paint(0.5)).toContain('text AMF 1')
  expect(paint(0.2)).not.toContain('text AMF 1')
  expect(paint(0.2)).toContain('text Core')
})
