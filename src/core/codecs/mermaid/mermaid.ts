import type { Writer } from '../codec.ts'
import { type Area, type Diagram, diagramOf, diagramReport, type Node, ROUTE_COLOURS } from '../diagram.ts'
import { fileName } from '../file-name.ts'
import { label } from './escape.ts'

/**
 * A Mermaid flowchart. Ids are numbers in the order of the file, so that no name can be taken for a keyword, and there is nothing to
 * click. Mermaid itself draws no more than 500 links unless the page that shows it allows more.
 */
export const writeMermaid: Writer = {
  format: 'mermaid',
  write: (model, { date }) => ({
    files: [
      {
        name: fileName(model.meta.title, '.mmd'),
        type: 'text/vnd.mermaid',
        content: flowchart(diagramOf(model, date)),
      },
    ],
    report: diagramReport(model),
  }),
}

function flowchart({ title, loose, areas, edges }: Diagram): string {
  const ids = new Map<string, string>()
  const classes = new Map<string, string[]>()
  const idOf = (record: string, letter: string) => {
    const id = `${letter}${ids.size}`
    ids.set(record, id)
    return id
  }
  const nodeLines = (nodes: readonly Node[], indent: string) =>
    nodes.map(({ component, lines, isCritical, on }) => {
      const id = idOf(component.id, 'c')
      for (const name of [...(on === null ? [] : [on]), ...(isCritical ? ['critical'] : [])])
        classes.set(name, [...(classes.get(name) ?? []), id])
      return `${indent}${id}[${label(lines.join(' – '))}]`
    })
  const areaLines = (area: Area, indent: string): string[] => [
    `${indent}subgraph ${idOf(area.segment.id, 's')}[${label(area.name)}]`,
    ...nodeLines(area.nodes, `${indent}  `),
    ...area.areas.flatMap((inner) => areaLines(inner, `${indent}  `)),
    `${indent}end`,
  ]
  const lines = [...nodeLines(loose, '  '), ...areas.flatMap((area) => areaLines(area, '  '))]
  const links = edges.map(({ link, label: name }) => {
    const arrow = link.direction === 'both' ? '<-->' : '-->'
    return `  ${ids.get(link.from ?? '')} ${arrow}|${label(name)}| ${ids.get(link.to ?? '')}`
  })
  const styles = (['taken', 'reached'] as const).flatMap((on) => {
    const { line, fill } = ROUTE_COLOURS[on]
    const places = edges.flatMap((edge, place) => (edge.on === on ? [place] : []))
    return [
      `  classDef ${on} fill:#${fill},stroke:#${line},color:#1c1b1f`,
      ...(places.length === 0 ? [] : [`  linkStyle ${places.join(',')} stroke:#${line},stroke-width:3px`]),
    ]
  })
  const named = [...classes].map(([name, members]) => `  class ${members.join(',')} ${name}`)
  return `${[
    '---',
    `title: ${titled(title)}`,
    '---',
    'flowchart LR',
    ...lines,
    ...links,
    ...styles,
    '  classDef critical stroke-width:3px',
    ...named,
  ].join('\n')}\n`
}

/**
 * JSON in one line is YAML, too, and holds nothing that could end what stands before the chart. Mermaid would complete what looks like
 * a tag.
 */
const titled = (title: string): string =>
  JSON.stringify(
    title
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')
      .replaceAll('<', '‹')
      .replaceAll('>', '›'),
  )
