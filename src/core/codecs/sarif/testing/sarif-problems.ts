/**
 * What breaks the rules of SARIF 2.1.0 (OASIS Standard with errata 01) in a log, written by hand from the specification and its
 * JSON schema, for what is written here.
 */

type Fields = Readonly<Record<string, unknown>>
type Location = Fields & { logicalLocations?: readonly Fields[]; physicalLocation?: Fields }

const LEVELS = new Set(['none', 'note', 'warning', 'error'])
const KINDS = new Set(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'])

/** What each object may say; anything else is refused by the schema. */
const ALLOWED = {
  log: ['$schema', 'version', 'runs'],
  run: ['tool', 'invocations', 'automationDetails', 'artifacts', 'logicalLocations', 'results', 'properties'],
  driver: ['name', 'rules', 'version', 'informationUri'],
  rule: ['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
  invocation: ['executionSuccessful', 'toolExecutionNotifications'],
  logicalLocation: [
    'name',
    'index',
    'fullyQualifiedName',
    'decoratedName',
    'parentIndex',
    'kind',
    'properties',
  ],
  location: ['id', 'physicalLocation', 'logicalLocations', 'message'],
  result: [
    'ruleId',
    'ruleIndex',
    'kind',
    'level',
    'message',
    'locations',
    'relatedLocations',
    'codeFlows',
    'partialFingerprints',
    'suppressions',
    'properties',
  ],
  suppression: ['kind', 'status', 'justification', 'properties'],
} as const

export function sarifProblems(log: unknown): string[] {
  const { version, runs } = log as Fields & { runs: readonly Fields[] }
  return [
    ...unknownIn('log', log as Fields),
    ...(version === '2.1.0' ? [] : ['version is wrong']),
    ...(runs.length === 1 ? [] : ['there is not one run']),
    ...runs.flatMap(problemsOfRun),
    ...nulls(log, 'log'),
  ]
}

function problemsOfRun(run: Fields): string[] {
  const { driver } = run['tool'] as { driver: Fields }
  const rules = driver['rules'] as readonly Fields[]
  const logical = run['logicalLocations'] as readonly Fields[]
  const results = run['results'] as readonly Fields[]
  const names = logical.map((each) => each['fullyQualifiedName'])
  return [
    ...unknownIn('run', run),
    ...unknownIn('driver', driver),
    ...(driver['name'] ? [] : ['the tool has no name']),
    ...unique(
      'rule ids',
      rules.map(({ id }) => id),
    ),
    ...unique('names of locations', names),
    ...rules.flatMap((rule) => [...unknownIn('rule', rule), ...messageProblems(rule['shortDescription'])]),
    ...(run['invocations'] as readonly Fields[]).flatMap((each) => [
      ...unknownIn('invocation', each),
      ...(typeof each['executionSuccessful'] === 'boolean'
        ? []
        : ['an invocation does not say how it ended']),
    ]),
    ...logical.flatMap((each, index) => [
      ...unknownIn('logicalLocation', each),
      ...(((each['parentIndex'] as number | undefined) ?? -1) < index
        ? []
        : ['a location is inside a later one']),
    ]),
    ...results.flatMap((result, index) =>
      problemsOfResult(result, rules, logical).map((problem) => `results[${index}]: ${problem}`),
    ),
  ]
}

function problemsOfResult(result: Fields, rules: readonly Fields[], logical: readonly Fields[]): string[] {
  const related = (result['relatedLocations'] ?? []) as readonly Location[]
  const flows = (result['codeFlows'] ?? []) as readonly {
    threadFlows: readonly { locations: readonly Fields[] }[]
  }[]
  const steps = flows.flatMap(({ threadFlows }) => threadFlows.flatMap(({ locations }) => locations))
  const locations = [
    ...((result['locations'] ?? []) as readonly Location[]),
    ...related,
    ...steps.map((step) => step['location'] as Location),
  ]
  const suppressions = result['suppressions'] as readonly Fields[]
  const prints = Object.values(result['partialFingerprints'] as Fields)
  return [
    ...unknownIn('result', result),
    ...messageProblems(result['message']),
    ...(rules[result['ruleIndex'] as number]?.['id'] === result['ruleId'] ? [] : ['its rule is another one']),
    ...(LEVELS.has(String(result['level'])) ? [] : ['its level is none']),
    ...(KINDS.has(String(result['kind'])) ? [] : ['its kind is none']),
    ...(result['level'] === 'none' || result['kind'] === 'fail'
      ? []
      : ['its level does not go with its kind']),
    ...unique(
      'ids of related locations',
      related.map(({ id }) => id),
    ),
    ...(related.every(({ id }) => Number.isInteger(id) && (id as number) >= 0) ? [] : ['an id is no number']),
    ...(flows.every(({ threadFlows }) => threadFlows.every((flow) => flow.locations.length > 0))
      ? []
      : ['a flow is empty']),
    ...(prints.length > 0 && prints.every((print) => typeof print === 'string') ? [] : ['no fingerprint']),
    ...suppressions.flatMap((each) => [
      ...unknownIn('suppression', each),
      ...(each['kind'] === 'external' && each['status'] === 'accepted' ? [] : ['a suppression is wrong']),
    ]),
    ...unique(
      'suppressions',
      suppressions.map((each) => JSON.stringify(each)),
    ),
    ...locations.flatMap((location) => problemsOfLocation(location, logical)),
  ]
}

function problemsOfLocation(location: Location, logical: readonly Fields[]): string[] {
  const uri = (location.physicalLocation?.['artifactLocation'] as Fields | undefined)?.['uri']
  return [
    ...unknownIn('location', location),
    ...(location['message'] === undefined ? [] : messageProblems(location['message'])),
    ...(typeof uri === 'string' && /^[A-Za-z0-9%._-]+$/.test(uri) ? [] : ['its file is no URI']),
    ...(location.logicalLocations ?? []).flatMap((each) => {
      const listed = logical[each['index'] as number]
      const isSame =
        listed?.['fullyQualifiedName'] === each['fullyQualifiedName'] && listed?.['kind'] === each['kind']
      return isSame ? [] : ['a location is not the one that is listed']
    }),
  ]
}

/** Text that is there, with no link and no placeholder in it. */
function messageProblems(message: unknown): string[] {
  const text = (message as Fields | undefined)?.['text']
  if (typeof text !== 'string' || text === '') return ['a message is empty']
  const bare = text.replaceAll('{{', '').replaceAll('}}', '')
  return /[{}]|\[[^\]]*\]\(/.test(bare) ? [`a message has a link or a placeholder: ${text}`] : []
}

const unique = (what: string, values: readonly unknown[]): string[] =>
  new Set(values).size === values.length ? [] : [`${what} are not unique`]

const unknownIn = (kind: keyof typeof ALLOWED, object: Fields): string[] =>
  Object.keys(object)
    .filter((name) => !(ALLOWED[kind] as readonly string[]).includes(name))
    .map((name) => `${kind}: ${name} is unknown`)

function nulls(value: unknown, at: string): string[] {
  if (value === null || value === undefined) return [`${at} is nothing`]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => nulls(each, `${at}.${name}`))
}
