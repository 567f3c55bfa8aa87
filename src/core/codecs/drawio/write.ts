import { deflateSync } from 'fflate'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import { isFields } from '../../model/issues.ts'
import { KINDS, type Model, type Point } from '../../model/records.ts'
import { encodeBase64 } from '../base64.ts'
import type { Writer } from '../codec.ts'
import { EXTENSION, foreignOf, packBoard } from '../extension.ts'
import { fileName } from '../file-name.ts'
import { escapeHtml } from '../html-text.ts'
import { reportByKind } from '../report.ts'
import { encodeText } from '../text.ts'
import { escapeXml, plainXml } from '../xml.ts'
import { isReserved } from './cells.ts'
import { labelFor } from './labels.ts'
import { componentStyle, linkStyle, noteStyle, segmentStyle } from './looks.ts'
import { DRAWN_KINDS, inXml, packKind } from './packed.ts'

/** One page: segments as containers, with what stands in them inside; links above all. */
export const writeDrawio: Writer = {
  format: 'drawio',
  write: (model, { packed = false }) => ({
    files: [
      {
        name: fileName(model.meta.title, '.drawio'),
        type: 'application/vnd.jgraph.mxfile',
        content: fileOf(model, packed),
      },
    ],
    report: reportByKind(model, {}),
  }),
}

function fileOf(model: Model, packed: boolean): string {
  const diagram = diagramOf(model)
  const content = packed
    ? encodeBase64(deflateSync(encodeText(encodeURIComponent(diagram)), { level: 9 }))
    : `\n${diagram}\n`
  const title = model.meta.title === '' ? 'Board' : model.meta.title
  return `<mxfile compressed="${packed}">\n<diagram id="board" name="${escapeXml(title)}">${content}</diagram>\n</mxfile>\n`
}

function diagramOf(model: Model): string {
  const [root, layer] = freeIds(model)
  const board = JSON.stringify(
    packBoard(
      model,
      KINDS.filter((kind) => !(DRAWN_KINDS as readonly string[]).includes(kind)),
    ),
  )
  const cells = [
    `<object label="" ${EXTENSION}="${escapeXml(inXml(board))}" id="${root}"><mxCell/></object>`,
    `<mxCell id="${layer}" parent="${root}"/>`,
    ...model.segments.map((segment) =>
      cell(
        segment,
        labelFor('segments', segment),
        packKind('segments', segment),
        vertex(segment.parent ?? layer, segmentStyle(segment), segment.pos, segment.size),
      ),
    ),
    ...model.components.map((component) =>
      cell(
        component,
        labelFor('components', component),
        packKind('components', component),
        vertex(component.segment ?? layer, componentStyle(component), component.pos, COMPONENT_SIZE),
      ),
    ),
    ...model.notes.map((note) =>
      cell(
        note,
        labelFor('notes', note),
        packKind('notes', note),
        vertex(note.segment ?? layer, noteStyle(note), note.pos, note.size),
      ),
    ),
    ...model.links.map((link) =>
      cell(
        link,
        labelFor('links', link),
        packKind('links', link),
        `<mxCell style="${escapeXml(linkStyle(link))}" edge="1" parent="${layer}" source="${link.from ?? ''}" target="${link.to ?? ''}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
      ),
    ),
  ]
  const settings =
    'grid="1" gridSize="20" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" pageScale="1" math="0" shadow="0"'
  return `<mxGraphModel ${settings}>\n<root>\n${cells.join('\n')}\n</root>\n</mxGraphModel>`
}

/** Ids for the two cells that hold all others; those that draw.io itself gives them, where the board has no such. */
function freeIds(model: Model): [string, string] {
  const taken = new Set(DRAWN_KINDS.flatMap((kind) => model[kind].map(({ id }) => id)))
  const free = (wanted: string): string => {
    let id = wanted
    while (taken.has(id)) id = `${id}-page`
    taken.add(id)
    return id
  }
  return [free('0'), free('1')]
}

/**
 * A user object, so that our extension and the fields of the diagram that it came from have a place. With a tooltip, if an
 * empty one: draw.io would show all fields.
 */
function cell(record: Readonly<{ id: string }>, label: string, packed: string, inner: string): string {
  const shown = escapeXml(label)
  return `<object label="${shown}"${dataOf(record)} ${EXTENSION}="${escapeXml(packed)}" id="${record.id}">${inner}</object>`
}

function dataOf(record: object): string {
  const { data } = foreignOf(record, 'drawio')
  const { tooltip = '', ...fields } = isFields(data) ? data : {}
  const own = Object.entries(fields).filter(
    ([name, value]) => typeof value === 'string' && /^[A-Za-z_][\w.-]{0,63}$/.test(name) && !isReserved(name),
  )
  const shown = typeof tooltip === 'string' ? plainXml(escapeHtml(tooltip)) : ''
  return [['tooltip', shown], ...own]
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

const vertex = (parent: string, style: string, [x, y]: Point, [width, height]: Point): string =>
  `<mxCell style="${escapeXml(style)}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
