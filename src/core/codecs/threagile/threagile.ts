import { type Parsed, refused } from '../../model/problem.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { type Fields, isObject, wordIn, wordsIn } from '../loose.ts'
import type { Source } from '../source.ts'
import { addAssets, addBoundaries, addLinks, addRuntimes, elementsIn } from './network.ts'
import { Places } from './places.ts'
import { addTexts } from './texts.ts'
import { addThreats } from './threats.ts'

/** Threagile's YAML: assets, boundaries, and what people have decided of risks. Other files that it includes are not read. */
export const readThreagile: Reader = {
  format: 'threagile',
  detect: (source) => {
    if (source.looksLike !== 'other') return false
    if (/threagile[^/\\]*\.ya?ml$/i.test(source.name)) return true
    const text = source.text()
    return text.ok && /^(?:threagile_version|technical_assets)\s*:/m.test(text.value)
  },
  read: (source) => {
    const file = fileIn(source)
    return file.ok ? { ok: true, value: assemble(file.value) } : file
  },
}

function fileIn(source: Source): Parsed<Fields> {
  const yaml = source.yaml()
  if (!yaml.ok) return yaml
  if (!isObject(yaml.value) || !isObject(yaml.value['technical_assets']))
    return refused({
      code: 'missing',
      at: 'technical_assets',
      message: 'is missing: it names what the model is about',
    })
  return { ok: true, value: yaml.value }
}

function assemble(file: Fields): Imported {
  const draft = new Draft('threagile')
  const places = new Places(draft)
  const ids = elementsIn(file['technical_assets']).map(({ id }) => places.noteAsset(id))
  const homes = addBoundaries(draft, file, places)
  const hosts = addRuntimes(draft, file, places)
  addAssets(draft, file, { ids, homes, hosts })
  addLinks(draft, file, ids, places)
  addThreats(draft, file, places)
  addTexts(draft, file)
  for (const include of wordsIn(file['includes']))
    draft.account.dropped('include', include, 'is another file, and is not read')
  for (const [name, value] of Object.entries(file))
    if (!SEEN.has(name) && !name.startsWith('diagram_tweak') && hasContent(value))
      draft.account.dropped('field', name, 'says nothing that a board has')
  return draft.finish(false)
}

const hasContent = (value: unknown): boolean =>
  wordIn(value) !== '' || (typeof value === 'object' && value !== null && Object.keys(value).length > 0)

const SEEN: ReadonlySet<string> = new Set([
  'threagile_version',
  'title',
  'management_summary_comment',
  'application_description',
  'business_overview',
  'technical_overview',
  'questions',
  'abuse_cases',
  'security_requirements',
  'data_assets',
  'technical_assets',
  'trust_boundaries',
  'shared_runtimes',
  'individual_risk_categories',
  'risk_tracking',
  'includes',
])
