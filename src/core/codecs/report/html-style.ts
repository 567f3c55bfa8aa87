/** What the page looks like, on a screen in light or dark and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1c2328; --quiet: #566069; --line: #cfd6db; --page: #fff; --head: #eef1f3; --warn: #8a4b00; --warn-page: #fdf3e3; --note-page: #eef3f7; --link: #0b5394; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ea; --quiet: #a3adb5; --line: #414a51; --page: #15191c; --head: #22282c; --warn: #f0b765; --warn-page: #2e2415; --note-page: #1c262d; --link: #8fc1ef; }
}
* { box-sizing: border-box; }
html { background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
body { margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 76rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 0.5em; overflow-wrap: anywhere; break-after: avoid; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.5rem; padding-top: 0.8rem; border-top: 2px solid var(--ink); margin-top: 3rem; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; }
p, ul, ol, dl, figure { margin: 0.6em 0; }
p, li, dd, li > ul { max-width: 52rem; }
p, li, dd, td, th { white-space: pre-line; }
p, li, dd, .long { overflow-wrap: anywhere; }
ul, ol { padding-left: 1.6rem; }
a { color: var(--link); }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: 0.25rem 1.2rem; }
dt { font-weight: 600; }
dd { margin: 0; }
.kicker { color: var(--quiet); margin: 0 0 0.4rem; }
.quiet { color: var(--quiet); }
.callout { border-left: 4px solid var(--quiet); background: var(--note-page); padding: 0.6rem 1rem; break-inside: avoid; }
.callout.warning { border-color: var(--warn); background: var(--warn-page); }
nav { border: 1px solid var(--line); padding: 0.8rem 1.4rem; margin: 1.6rem 0; }
nav h2 { border: 0; padding: 0; margin: 0 0 0.4rem; font-size: 1rem; }
nav ol { margin: 0; columns: 18rem; }
nav li { break-inside: avoid; }
nav ul { margin: 0; padding-left: 1.2rem; list-style: none; font-size: 0.92em; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.88rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.28rem 0.6rem 0.28rem 0; border-bottom: 1px solid var(--line); }
th { background: var(--head); border-bottom: 1px solid var(--ink); }
thead th { vertical-align: bottom; }
tbody th { background: none; border-bottom: 1px solid var(--line); font-weight: 500; }
th:first-child, td:first-child { padding-left: 0.4rem; }
.number { text-align: right; padding-right: 1.4rem; }
.date { white-space: nowrap; }
figure { border: 1px solid var(--line); background: #fff; color: #1c2328; padding: 0.6rem; }
figure svg { display: block; width: 100%; height: auto; max-height: 90vh; }
figcaption { color: #566069; font-size: 0.9rem; padding-top: 0.5rem; }
@page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #566069; } }
@page broad { size: A4 landscape; margin: 14mm 12mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  h2 { margin-top: 0; border-top: 0; padding-top: 0; }
  section { break-before: page; }
  .broad { page: broad; }
  .broad table { font-size: 7.5pt; }
  nav a, main a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  .scroll table { min-width: 0 !important; }
  thead { display: table-header-group; }
  tr, figure, dd, .short { break-inside: avoid; }
  figure svg { max-height: 165mm; }
}
`
