import type { Parsed } from '../../model/problem.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { EXTENSION, withForeign } from '../extension.ts'
import type { FormatId } from '../formats.ts'
import { fieldsIn, saying, textIn, without } from '../loose.ts'
import { unusedIn } from './definitions.ts'
import { endsIn } from './ends.ts'
import { isOtm, type OtmFile, takeApart } from './file.ts'
import { namingOf } from './naming.ts'
import { attributeOf, recover } from './own.ts'
import { addElements } from './read-elements.ts'
import { readThreats } from './read-threats.ts'
import { FORMAT } from './terms.ts'

/** Open Threat Model 0.2 and 0.1 as JSON. */
export const readOtm: Reader = {
  format: 'otm',
  detect: (source) => {
    const json = source.looksLike === 'json' ? source.json() : null
    return json?.ok === true && isOtm(json.value)
  },
  read: (source) => {
    const json = source.json()
    return json.ok ? read(json.value, 'otm') : json
  },
}

/** The same as YAML. */
export const readOtmYaml: Reader = {
  format: 'otm-yaml',
  detect: (source) => {
    const text = source.looksLike === 'other' ? source.text() : null
    if (text?.ok !== true || !VERSION_KEY.test(text.value)) return false
    const yaml = source.yaml()
    return !yaml.ok || isOtm(yaml.value)
  },
  read: (source) => {
    const yaml = source.yaml()
    return yaml.ok ? read(yaml.value, 'otm-yaml') : yaml
  },
}

/** What no other YAML has at the start of a line, so that those need not be parsed to be told apart. */
const VERSION_KEY = /^["']?otmVersion["']?\s*:/m

function read(value: unknown, format: FormatId): Parsed<Imported> {
  const apart = takeApart(value)
  if (!apart.ok) return apart
  const file = apart.value
  const draft = new Draft(format)
  const own = recover(file)
  if (own !== null) {
    draft.addBoard(own.packed.board)
    for (const id of own.packed.ids()) draft.id('ours', id)
  } else if (attributeOf(file.project) !== undefined) {
    const words = 'is of a newer Ringfence or damaged: what Open Threat Model has no fields for is left out'
    draft.account.dropped('ringfence extension', `project.attributes.${EXTENSION}`, words)
  }
  draft.setMeta(
    own === null
      ? metaOf(file)
      : withEdits(own.packed.board.meta, metaOf(own.written.file), metaOf(file)).record,
  )
  const naming = namingOf(file, own, draft)
  const ends = endsIn(file, naming, own, draft)
  const { threats, placed } = addElements(file, naming, ends, own, draft)
  readThreats(threats, file, own, draft)
  tellOfTheRest(file, draft)
  return { ok: true, value: draft.finish(placed) }
}

/** What the file says of the whole, as fields of a board. */
function metaOf(file: OtmFile) {
  const { project, representations, diagram, assets } = file
  const ours = representations.find(({ id }) => diagram !== null && textIn(id) === diagram)
  const attributes = saying(without(fieldsIn(project['attributes']), [EXTENSION]))
  const said = { title: textIn(project['name']), description: textIn(project['description']) }
  return withForeign(said, FORMAT, {
    ...saying({
      project: saying({ ...without(project, ['name', 'description', 'attributes']), attributes }),
      representations: representations.filter((one) => one !== ours),
      diagram: saying(without(ours ?? {}, ['type', 'size'])),
      assets,
      ...unusedIn(file),
    }),
  })
}

function tellOfTheRest({ representations, diagram, assets }: OtmFile, draft: Draft): void {
  const kept = 'boards have none: it is kept for writing Open Threat Model again'
  for (const [index, { id }] of representations.entries()) {
    const at = textIn(id) || `representations[${index}]`
    if (textIn(id) === diagram) draft.account.carried('representation', at)
    else draft.account.changed('representation', at, kept)
  }
  for (const [index, { id }] of assets.entries()) {
    draft.account.changed('asset', textIn(id) || `assets[${index}]`, kept)
  }
}
