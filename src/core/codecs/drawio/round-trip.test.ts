import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyModel, type Model } from '../../model/records.ts'
import { normalise } from '../../model/normalise.ts'
import { serialiseModel } from '../../model/serialise.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import { htmlText } from '../html-text.ts'
import { tally } from '../report.ts'
import { importOf } from '../testing/reading.ts'
import { writeDrawio } from './write.ts'

const OPTIONS = { date: '2026-11-28' }
const written = (model: Model, packed = false): string =>
  String(writeDrawio.write(model, { ...OPTIONS, packed }).files[0]?.content)

test('[EX4] what is written is read back, packed or not', () => {
  fc.assert(
    fc.property(randomRecords, fc.boolean(), (records, packed) => {
      const { model } = normalise(records)
      const back = importOf(written(model, packed), 'x.drawio')
      expect(serialiseModel(back.model)).toBe(serialiseModel(model))
      expect(back.report.every(({ fate }) => fate === 'carried')).toBe(true)
    }),
  )
})

test('[EX5] the same model gives the same bytes, in whatever order its records are', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(), (records, seed) => {
      const text = written(normalise(records).model)
      expect(written(normalise(reordered(records, seed)).model)).toBe(text)
      expect(text).not.toMatch(/host=|agent=|modified=|etag=/)
    }),
  )
})

test('[EX2] the report of a writer counts every record once, and all are carried', () => {
  fc.assert(
    fc.property(randomRecords, (records) => {
      const { model } = normalise(records)
      for (const { what, carried, changed, dropped } of tally(writeDrawio.write(model, OPTIONS).report)) {
        expect([carried, changed, dropped]).toEqual([model[what as 'links'].length, 0, 0])
      }
    }),
  )
})

test('records by the ids that draw.io gives to its own two cells come back', () => {
  const model: Model = {
    ...emptyModel('Ids'),
    components: ['0', '1', '0-page'].map((id) => ({ ...BLANK_COMPONENT, id, name: `Name of ${id}` })),
    links: [{ ...BLANK_LINK, id: 'l', from: '0', to: '1' }],
  }
  const back = importOf(written(model), 'x.drawio')
  expect(serialiseModel(back.model)).toBe(serialiseModel(normalise(model).model))
})

test('nothing that is written is markup or opens anything', () => {
  const evil = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>&#x3c;script&#x3e;'
  const model: Model = {
    ...emptyModel(evil),
    components: [
      {
        ...BLANK_COMPONENT,
        id: 'c',
        name: evil,
        foreign: {
          format: 'drawio',
          style:
            'shape=image;image=https://example.org/x.png;fontSource=https%3A%2F%2Fexample.org;fillColor=#ff0000',
          data: {
            link: 'javascript:alert(1)',
            link_de: 'javascript:alert(1)',
            label: evil,
            'on load': 'x',
            kept: 'y',
          },
        },
      } as Model['components'][number],
    ],
  }
  const text = written(model)
  const [, object = ''] = /(<object [^>]*id="c">)/.exec(text) ?? []
  expect(object).not.toMatch(/ (?:link|link_de|on load)="/)
  expect(object.match(/ label="/g)).toHaveLength(1)
  expect(object).toContain(' kept="y"')
  const style = /<mxCell style="(rounded[^"]*|fill[^"]*)" vertex="1"/.exec(text)?.[1]
  expect(style).toBe('fillColor=#ff0000;html=1;')
  const label = importOf(text, 'x.drawio').model.components[0]?.name
  expect(label).toBe(evil)
  const shown = /label="([^"]*)"[^>]* id="c"/.exec(text)?.[1] ?? ''
  const html = shown
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  expect(html).not.toMatch(/<(?!br>)/)
  expect(htmlText(html)).toBe(evil)
})
