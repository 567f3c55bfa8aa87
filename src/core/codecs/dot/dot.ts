import { originOf } from '../../layout/frames.ts'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import type { Model } from '../../model/records.ts'
import type { Writer } from '../codec.ts'
import { type Area, diagramOf, diagramReport, type Edge, type Node, ROUTE_COLOURS } from '../diagram.ts'
import { fileName } from '../file-name.ts'

/**
 * A Graphviz digraph with a cluster for each segment. `dot` lays it out anew; `neato -n` leaves everything where it stands on the
 * board, a canvas unit being a point.
 */
export const writeDot: Writer = {
  format: 'dot',
  write: (model, { date }) => {
    const { title, loose, areas, edges } = diagramOf(model, date)
    const lines = [
      `digraph ${quoted([title])} {`,
      `  graph [label=${quoted([title])}, labelloc=t, fontname="Helvetica", inputscale=72]`,
      '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", fontsize=11, fixedsize=true' +
        `, width=${inches(COMPONENT_SIZE[0])}, height=${inches(COMPONENT_SIZE[1])}]`,
      '  edge [fontname="Helvetica", fontsize=9]',
      ...loose.map((node) => `  ${nodeLine(node, model)}`),
      ...areas.flatMap((area) => areaLines(area, model, '  ')),
      ...edges.map((edge) => `  ${edgeLine(edge)}`),
      '}',
    ]
    return {
      files: [
        {
          name: fileName(title, '.dot'),
          type: 'text/vnd.graphviz',
          content: `${lines.join('\n')}\n`,
        },
      ],
      report: diagramReport(model),
    }
  },
}

const areaLines = (area: Area, model: Model, indent: string): string[] => [
  `${indent}subgraph ${quoted([`cluster_${area.segment.id}`])} {`,
  `${indent}  graph [label=${quoted([area.name])}, style=rounded, color="#79747e"]`,
  ...area.nodes.map((node) => `${indent}  ${nodeLine(node, model)}`),
  ...area.areas.flatMap((inner) => areaLines(inner, model, `${indent}  `)),
  `${indent}}`,
]

function nodeLine({ component, lines, isCritical, on }: Node, model: Model): string {
  const [left, top] = originOf(model, component.segment)
  const x = left + component.pos[0] + COMPONENT_SIZE[0] / 2
  // Graphviz counts upwards.
  const y = -(top + component.pos[1] + COMPONENT_SIZE[1] / 2)
  const route =
    on === null ? '' : `, color="#${ROUTE_COLOURS[on].line}", fillcolor="#${ROUTE_COLOURS[on].fill}"`
  const border = isCritical ? ', penwidth=3' : ''
  return `${quoted([component.id])} [label=${quoted(lines)}, pos="${plain(x)},${plain(y)}!"${route}${border}]`
}

function edgeLine({ link, label, on }: Edge): string {
  const both = link.direction === 'both' ? ', dir=both' : ''
  const route = on === null ? '' : `, color="#${ROUTE_COLOURS[on].line}", penwidth=2.5`
  return `${quoted([link.from ?? ''])} -> ${quoted([link.to ?? ''])} [label=${quoted([label])}${both}${route}]`
}

/**
 * Lines as one quoted string that Graphviz shows as they are: in it a backslash begins an escape, `&` an entity, and nothing but a
 * quotation mark ends it.
 */
const quoted = (lines: readonly string[]): string => `"${lines.map(escaped).join('\\n')}"`

const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('&', '&amp;')

const inches = (points: number): string => plain(points / 72)
/** Never in powers of ten, nor minus nothing. */
const plain = (value: number): string => String(Number(value.toFixed(4)) + 0)
