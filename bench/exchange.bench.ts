import { readFile } from 'node:fs/promises'
import { analysed } from '../src/core/codecs/analysed.ts'
import { type ExportOptions, type OutputId, WHOLE_BOARD } from '../src/core/codecs/outputs.ts'
import { SECTION_IDS } from '../src/core/codecs/report/document.ts'
import { renderSvg } from '../src/core/codecs/svg/svg.ts'
import { normalise } from '../src/core/model/normalise.ts'
import { parseModel } from '../src/core/model/parse.ts'
import type { Model } from '../src/core/model/records.ts'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { exportModel } from '../src/exchange/export.ts'
import type { ExportTools } from '../src/exchange/tools.ts'
import { median, timeMs } from './measure.ts'
import { operatorNetwork } from './operator-network.ts'
import { bar, inMs, inThousands, note, table, title } from './report.ts'

const SIZE = 10_000
const LINKS_PER_COMPONENT = 1.2
const RUNS = 5
const DATE = '2026-11-29'
const MOST_NATIVE_MS = 1_000
const MOST_SVG_MS = 2_000
const MOST_REPORT_MS = 10_000

const fileOf = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../node_modules/${name}`, import.meta.url)))
const TOOLS: ExportTools = {
  fonts: async () => ({
    regular: await fileOf('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
    medium: await fileOf('pdfmake/fonts/Roboto/Roboto-Medium.ttf'),
  }),
  wasm: async () => await fileOf('@resvg/resvg-wasm/index_bg.wasm'),
}
const OPTIONS: ExportOptions = { date: DATE, picture: WHOLE_BOARD, sections: SECTION_IDS }
const REPORTS = [
  'report-html',
  'report-md',
  'report-docx',
  'report-pdf',
] as const satisfies readonly OutputId[]

/** What saving, opening, drawing and reporting on a large board take; each figure with the analysis that it needs. */
export async function benchExchange(size: number | null): Promise<void> {
  const model = laidOut(operatorNetwork(size ?? SIZE))
  const { components, links } = model
  title(
    `files of ${inThousands(components.length)} components, ${inThousands(links.length)} links; medians of ${RUNS}`,
  )
  const text = serialiseModel(model)
  const save = times(() => serialiseModel(model))
  const load = times(() => {
    const read = parseModel(text)
    if (read.ok) normalise(read.value)
  })
  const draw = times(() => {
    const result = analysed(model, DATE)
    renderSvg(model, { ...WHOLE_BOARD, result: typeof result === 'string' ? null : result, date: DATE })
  })
  const reports = []
  for (const output of REPORTS) {
    const start = performance.now()
    await exportModel({ model, setAside: [] }, output, OPTIONS, TOOLS)
    reports.push({ output, ms: performance.now() - start })
  }
  table([
    ['save natively', inMs(median(save))],
    ['load natively', inMs(median(load))],
    ['draw as SVG, the first', inMs(draw[0] as number)],
    ['draw as SVG', inMs(median(draw))],
    ...reports.map(({ output, ms }) => [`${output}, once`, inMs(ms)] as const),
  ])
  note(`${inThousands(text.length)} characters natively`)
  bar({ what: 'save natively', figure: median(save), unit: 'ms', most: MOST_NATIVE_MS })
  bar({ what: 'load natively', figure: median(load), unit: 'ms', most: MOST_NATIVE_MS })
  bar({ what: 'draw as SVG', figure: median(draw), unit: 'ms', most: MOST_SVG_MS })
  for (const { output, ms } of reports) bar({ what: output, figure: ms, unit: 'ms', most: MOST_REPORT_MS })
}

const times = (work: () => unknown): number[] => Array.from({ length: RUNS }, () => timeMs(work))

/** Every segment by itself in a grid of segments, its components in a grid within; as many links as is usual. */
function laidOut(network: Model): Model {
  const inside = new Map<string | null, number>()
  const segments = network.segments.map((segment, i) => ({
    ...segment,
    parent: null,
    pos: [(i % 11) * 2_600, Math.floor(i / 11) * 1_700] as [number, number],
    size: [2_500, 1_600] as [number, number],
  }))
  const components = network.components.map((component) => {
    const place = inside.get(component.segment) ?? 0
    inside.set(component.segment, place + 1)
    return {
      ...component,
      pos: [40 + (place % 10) * 240, 60 + Math.floor(place / 10) * 130] as [number, number],
    }
  })
  const links = network.links.slice(0, Math.round(components.length * LINKS_PER_COMPONENT))
  return normalise({ ...network, segments, components, links }).model
}
