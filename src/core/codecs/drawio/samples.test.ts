import { existsSync, readFileSync } from 'node:fs'
import { inflateSync, strFromU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decodeBase64 } from '../base64.ts'
import { tally } from '../report.ts'
import { importOf } from '../testing/reading.ts'

/** Diagrams of others, in a folder beside the project that not everybody has. */
const FOLDER = '../shared/samples/drawio'

describe.skipIf(!existsSync(FOLDER))('samples in ../shared/samples/drawio', () => {
  const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
  /** What a packed page holds, without any of the reader. */
  const unpacked = (file: string): string => {
    const packed = /<diagram[^>]*>([^<]+)<\/diagram>/.exec(file)?.[1] ?? ''
    return decodeURIComponent(strFromU8(inflateSync(decodeBase64(packed) ?? new Uint8Array())))
  }
  const cellsIn = (xml: string) => xml.match(/<mxCell [^>]*>/g) ?? []
  const edgeIds = (xml: string) =>
    cellsIn(xml).flatMap((cell) => (cell.includes('edge="1"') ? (/id="([^"]+)"/.exec(cell)?.[1] ?? []) : []))

  test.each(['bookface.drawio', 'dfd.drawio.xml'])('%s has as many things as the file', (name) => {
    const file = textOf(name)
    const xml = unpacked(file)
    const { model, report } = importOf(file, name)
    const edges = edgeIds(xml)
    const vertices = cellsIn(xml).filter((cell) => cell.includes('vertex="1"'))
    const labels = vertices.filter((cell) => edges.includes(/parent="([^"]+)"/.exec(cell)?.[1] ?? ''))
    const texts = vertices.filter((cell) => /style="text;/.test(cell) && !labels.includes(cell))
    expect(model.links.map(({ id }) => id).toSorted()).toEqual(edges.toSorted())
    expect(model.notes).toHaveLength(texts.length)
    expect(model.components.length + model.segments.length).toBe(
      vertices.length - labels.length - texts.length,
    )
    const told = Object.fromEntries(tally(report).map(({ what, carried }) => [what, carried]))
    expect(told).toMatchObject({ edge: edges.length, vertex: vertices.length - labels.length })
  })

  test('the boundaries of dfd.drawio.xml lie within each other as they are drawn', () => {
    const { model } = importOf(textOf('dfd.drawio.xml'), 'dfd.drawio.xml')
    const nameOf = (id: string | null) => model.segments.find((segment) => segment.id === id)?.name ?? null
    expect(Object.fromEntries(model.segments.map(({ name, parent }) => [name, nameOf(parent)]))).toEqual({
      Internet: null,
      'Data Center (Protected)': null,
      'Data Center (Restricted)': 'Data Center (Protected)',
      "Users' LAN": 'Internet',
      "User's Machine": "Users' LAN",
    })
    expect(
      Object.fromEntries(model.components.map(({ name, segment }) => [name, nameOf(segment)])),
    ).toMatchObject({
      User: "User's Machine",
      'Credit Score Partner': 'Internet',
      'Web App': 'Data Center (Protected)',
      Analytics: 'Data Center (Restricted)',
    })
    expect(model.links.flatMap(({ name }) => name ?? []).toSorted()).toEqual(['HTTP', 'HTTP', 'HTTPS'])
  })
})
