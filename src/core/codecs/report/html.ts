import type { Cell, Column } from '../registers/register.ts'
import {
  type Block,
  type Definition,
  type Item,
  pagesOf,
  type Picture,
  type ReportDocument,
  type Runs,
  type Section,
  type Table,
  widthOf,
} from './document.ts'
import { HTML_STYLE } from './html-style.ts'
import { printable } from '../printable.ts'

/** Nothing is loaded and nothing runs, whatever got into the page. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** A report as one HTML file that needs nothing else. */
export function reportHtml(document: ReportDocument): string {
  const { title, description, date, facts, sections } = document
  const kicker = facts.map(({ term, says }) => `${escape(term)}: ${runsIn(says)}`).join(' · ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}: exposure report, ${escape(date)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<p class="kicker">Exposure report</p>
<h1>${escape(title)}</h1>
<p class="kicker">${kicker}</p>
${description.trim() === '' ? '' : `<p>${escape(description)}</p>\n`}</header>
${contentsOf(sections)}
<main>
${sections.map(sectionIn).join('\n')}
</main>
</body>
</html>
`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** Anchors have a prefix of their own, so that none is one of the picture's. */
const anchor = (id: string): string => `r-${escape(id)}`

function contentsOf(sections: readonly Section[]): string {
  const entries = sections.map(({ id, title, blocks }) => {
    const inner = blocks.flatMap((block) =>
      block.block === 'heading' && block.level === 2
        ? [`<li><a href="#${anchor(block.anchor)}">${escape(block.text)}</a></li>`]
        : [],
    )
    const below = inner.length === 0 ? '' : `<ul>${inner.join('')}</ul>`
    return `<li><a href="#${anchor(id)}">${escape(title)}</a>${below}</li>`
  })
  return `<nav aria-labelledby="r-contents"><h2 id="r-contents">Contents</h2><ol>${entries.join('\n')}</ol></nav>`
}

function sectionIn(section: Section): string {
  const { upright, broad } = pagesOf(section)
  const isAllBroad = upright.length === 0
  const wide = broad.length === 0 ? '' : `<div class="broad">${blocksIn(broad)}</div>`
  return `<section aria-labelledby="${anchor(section.id)}"${isAllBroad ? ' class="broad"' : ''}>
<h2 id="${anchor(section.id)}">${escape(section.title)}</h2>
${isAllBroad ? blocksIn(broad) : `${blocksIn(upright)}\n${wide}`}
</section>`
}

const blocksIn = (blocks: readonly Block[]): string => blocks.map(blockIn).join('\n')

function blockIn(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag} id="${anchor(block.anchor)}">${escape(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p>${runsIn(block.runs)}</p>`
    case 'callout':
      return `<p class="callout ${block.tone}" role="note">${runsIn(block.runs)}</p>`
    case 'list':
      return listIn(block.ordered, block.items)
    case 'definitions':
      return definitionsIn(block.items)
    case 'table':
      return tableIn(block)
    case 'picture':
      return pictureIn(block)
  }
}

const runsIn = (runs: Runs): string =>
  runs
    .map((run) => {
      if (typeof run === 'string') return escape(run)
      const text = escape(run.text)
      if ('to' in run) return `<a href="#${anchor(run.to)}">${text}</a>`
      return run.as === 'strong' ? `<strong>${text}</strong>` : `<span class="quiet">${text}</span>`
    })
    .join('')

function listIn(ordered: boolean, items: readonly Item[]): string {
  const inner = items.map(({ runs, items: below = [] }) => {
    const nested =
      below.length === 0 ? '' : `<ul>${below.map((each) => `<li>${runsIn(each)}</li>`).join('')}</ul>`
    return `<li>${runsIn(runs)}${nested}</li>`
  })
  return ordered ? `<ol>${inner.join('')}</ol>` : `<ul>${inner.join('')}</ul>`
}

const definitionsIn = (items: readonly Definition[]): string =>
  `<dl>${items.map(({ term, says }) => `<dt>${escape(term)}</dt><dd>${runsIn(says)}</dd>`).join('')}</dl>`

/** So many rows are better kept on one page. */
const FEW_ROWS = 15

function tableIn(table: Table): string {
  const { caption, columns, rows } = table
  const whole = widthOf(table)
  const cols = columns.map(({ width }) => `<col style="width:${Math.round((width * 1000) / whole) / 10}%">`)
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escape(column.title)}</th>`)
  // A scroller that the keyboard cannot reach could not be read by it.
  return `<div class="scroll${rows.length > FEW_ROWS ? '' : ' short'}" tabindex="0" role="region" aria-label="${escape(caption)}">
<table style="min-width:${Math.round(whole * 0.42)}rem"><caption>${escape(caption)}</caption><colgroup>${cols.join('')}</colgroup>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.map((row) => rowIn(row, columns)).join('\n')}
</tbody></table></div>`
}

/** The first text of a row heads it. */
function rowIn(row: readonly Cell[], columns: readonly Column[]): string {
  const headAt = columns.findIndex(({ kind }) => kind === 'text')
  const cells = row.map((cell, at) => {
    const text = cell === null ? '' : escape(String(cell))
    const look = LONG_WORD.test(text) ? ' class="long"' : classOf(columns[at])
    return at === headAt ? `<th scope="row"${look}>${text}</th>` : `<td${look}>${text}</td>`
  })
  return `<tr>${cells.join('')}</tr>`
}

/** Such a word may be broken anywhere; others make their column as broad as they are. */
const LONG_WORD = /\S{28}/

const classOf = (column: Column | undefined): string =>
  column === undefined || column.kind === 'text' ? '' : ` class="${column.kind}"`

/** Inside `role="img"` nothing is told but its label, so that a thousand labels are not read out one by one. */
function pictureIn({ svg, title, description }: Picture): string {
  const markup = svg.replace(/^\s*<\?xml[^>]*\?>\s*/, '')
  return `<figure><div role="img" aria-labelledby="r-picture-title" aria-describedby="r-picture-says">${markup}</div>
<figcaption><strong id="r-picture-title">${escape(title)}</strong>. <span id="r-picture-says">${escape(description)}</span></figcaption></figure>`
}
