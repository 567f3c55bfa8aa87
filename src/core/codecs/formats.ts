/**
 * Every format that is read or written, apart from the code that does: dialogs, command line and HTTP list these. `reads` and
 * `writes` are held against the registry by a test.
 */
export const FORMATS = [
  {
    id: 'ringfence',
    name: 'Ringfence',
    extension: '.ringfence.json',
    type: 'application/vnd.ringfence+json',
    reads: true,
    writes: true,
  },
  {
    id: 'threat-dragon',
    name: 'OWASP Threat Dragon',
    extension: '.threat-dragon.json',
    type: 'application/json',
    reads: true,
    writes: true,
  },
  {
    id: 'otm',
    name: 'Open Threat Model',
    extension: '.otm.json',
    type: 'application/json',
    reads: true,
    writes: true,
  },
  {
    id: 'otm-yaml',
    name: 'Open Threat Model, YAML',
    extension: '.otm.yaml',
    type: 'application/yaml',
    reads: true,
    writes: true,
  },
  {
    id: 'cyclonedx',
    name: 'CycloneDX 2.0 TM-BOM',
    extension: '.cdx.json',
    type: 'application/vnd.cyclonedx+json',
    reads: true,
    writes: true,
  },
  {
    id: 'tm-bom',
    name: 'OWASP Threat Model Library, TM-BOM',
    extension: '.tm-bom.json',
    type: 'application/json',
    reads: true,
    writes: true,
  },
  {
    id: 'drawio',
    name: 'draw.io',
    extension: '.drawio',
    type: 'application/vnd.jgraph.mxfile',
    reads: true,
    writes: true,
  },
  {
    id: 'tm7',
    name: 'Microsoft Threat Modeling Tool',
    extension: '.tm7',
    type: 'application/xml',
    reads: true,
    writes: false,
  },
  {
    id: 'threagile',
    name: 'Threagile',
    extension: '.yaml',
    type: 'application/yaml',
    reads: true,
    writes: false,
  },
  {
    id: 'graphml',
    name: 'GraphML',
    extension: '.graphml',
    type: 'application/graphml+xml',
    reads: true,
    writes: false,
  },
  {
    id: 'compose',
    name: 'docker-compose',
    extension: '.yaml',
    type: 'application/yaml',
    reads: true,
    writes: false,
  },
  { id: 'csv', name: 'CSV', extension: '.csv', type: 'text/csv', reads: true, writes: true },
  { id: 'mermaid', name: 'Mermaid', extension: '.mmd', type: 'text/vnd.mermaid', reads: false, writes: true },
  {
    id: 'dot',
    name: 'Graphviz DOT',
    extension: '.dot',
    type: 'text/vnd.graphviz',
    reads: false,
    writes: true,
  },
  {
    id: 'stix',
    name: 'STIX 2.1 with Attack Flow',
    extension: '.stix.json',
    type: 'application/stix+json',
    reads: false,
    writes: true,
  },
  {
    id: 'sarif',
    name: 'SARIF 2.1',
    extension: '.sarif',
    type: 'application/sarif+json',
    reads: false,
    writes: true,
  },
] as const satisfies readonly FormatFacts[]

type FormatFacts = Readonly<{
  id: string
  /** As people call it. */
  name: string
  extension: `.${string}`
  /** Media type. */
  type: string
  reads: boolean
  writes: boolean
}>

export type FormatId = (typeof FORMATS)[number]['id']
export type Format = FormatFacts & Readonly<{ id: FormatId }>

export const formatById = (id: string): Format | undefined => FORMATS.find((format) => format.id === id)
