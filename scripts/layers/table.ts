/**
 * Who may import whom: the one place that says so. `rules.ts` turns it into dependency-cruiser rules.
 * The reasons are in docs/decisions/0001-layers.md.
 */

export type Row = {
  /** Path from the repository root. `*` stands for one folder, and each such folder is a layer of its own. */
  readonly folder: string
  /** Folders, with all below them, and single files that this one may import besides itself. */
  readonly may: readonly string[]
}

export type PackageRow = {
  /** npm package names; `@scope/*` stands for every package of the scope. */
  readonly packages: readonly string[]
  /** The only folders that may import them. */
  readonly only: readonly string[]
}

const CANVAS_MAY = ['src/core', 'src/collab', 'src/state', 'src/commands', 'src/ui']

export const ROWS: readonly Row[] = [
  { folder: 'src/core/model', may: [] },
  { folder: 'src/core/catalogue', may: ['src/core/model'] },
  { folder: 'src/core/layout', may: ['src/core/model'] },
  { folder: 'src/core/analysis', may: ['src/core/model', 'src/core/catalogue'] },
  {
    folder: 'src/core/paint',
    may: ['src/core/model', 'src/core/catalogue', 'src/core/layout', 'src/core/analysis'],
  },
  { folder: 'src/core/codecs', may: ['src/core'] },
  { folder: 'src/collab/doc', may: ['src/core'] },
  { folder: 'src/collab/client', may: ['src/core', 'src/collab/doc'] },
  { folder: 'src/exchange', may: ['src/core'] },
  { folder: 'src/workers', may: ['src/core', 'src/exchange'] },
  { folder: 'src/state', may: ['src/core', 'src/collab'] },
  { folder: 'src/commands', may: ['src/core', 'src/collab', 'src/state', 'src/workers'] },
  { folder: 'src/ui', may: [] },
  { folder: 'src/canvas', may: CANVAS_MAY },
  { folder: 'src/panels/*', may: CANVAS_MAY },
  { folder: 'src/app', may: ['src', 'NOTICE'] },
  { folder: 'server', may: ['src/core', 'src/collab/doc', 'src/exchange'] },
  {
    folder: 'cli',
    may: [
      'src/core',
      'src/collab/doc',
      'src/exchange',
      'src/workers/highs.ts',
      'server/backup',
      'server/exchange',
    ],
  },
  { folder: 'bench', may: ['src/core', 'src/collab/doc', 'src/exchange', 'src/workers/highs.ts'] },
  { folder: 'e2e', may: ['src/core', 'scripts/browser.ts'] },
  { folder: 'scripts', may: ['src/core'] },
]

export const PACKAGE_ROWS: readonly PackageRow[] = [
  { packages: ['@xyflow/*'], only: ['src/canvas'] },
  { packages: ['@mantine/*'], only: ['src/ui', 'src/panels', 'src/app'] },
  { packages: ['yjs', 'y-protocols', 'lib0'], only: ['src/collab', 'server', 'bench'] },
  { packages: ['y-websocket'], only: ['src/collab/client', 'server/testing'] },
  { packages: ['fastify', '@fastify/*', 'prom-client', 'ws'], only: ['server', 'bench'] },
  { packages: ['libsql'], only: ['server', 'bench', 'cli'] },
  { packages: ['highs'], only: ['src/workers'] },
  { packages: ['papaparse', 'saxes', 'uuid', 'yaml'], only: ['src/core/codecs'] },
  { packages: ['fflate'], only: ['src/core/codecs', 'src/exchange'] },
  {
    packages: ['@resvg/*', 'docx', 'pdfmake'],
    only: ['src/exchange', 'src/workers'],
  },
  {
    packages: [
      'graphology',
      'graphology-traversal',
      'graphology-shortest-path',
      'graphology-types',
      'effect',
    ],
    only: ['bench'],
  },
]

/** The only npm packages that the pure core may import. */
export const CORE_PACKAGES: readonly string[] = ['zod', 'fflate', 'saxes', 'uuid', 'yaml']

/** Top folders whose every .ts and .tsx file must be read by the check and belong to a row. */
export const ROOTS: readonly string[] = [...new Set(ROWS.map((row) => row.folder.split('/')[0] ?? ''))]

/** Code that runs from an installed package's node_modules, where no development dependency is. */
export const SHIPPED_UNBUNDLED: readonly string[] = ['server', 'src/core', 'src/collab/doc', 'src/exchange']

/** Tests and their helpers may also use the test tools and Node. */
export const TEST_CODE = String.raw`\.test\.tsx?$|/testing/`
