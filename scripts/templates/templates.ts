import type { Model } from '../../src/core/model/records.ts'
import { serialiseModel } from '../../src/core/model/serialise.ts'
import { firstWorkshop } from './first-workshop.ts'
import { operator } from './operator/operator.ts'

const TEMPLATES: Readonly<Record<string, () => Model>> = {
  'operator-5g-sa-2018': operator,
  'first-workshop': firstWorkshop,
}

/** Every file of `public/templates` by its name, with its text; `index.json` lists the others for the start page. */
export function templateFiles(): ReadonlyMap<string, string> {
  const models = Object.entries(TEMPLATES).map(([name, make]) => ({
    file: `${name}.ringfence.json`,
    model: make(),
  }))
  const index = models.map(({ file, model: { meta, components, links } }) => ({
    file,
    title: meta.title,
    description: meta.description,
    components: components.length,
    links: links.length,
  }))
  return new Map([
    ...models.map(({ file, model }): [string, string] => [file, serialiseModel(model)]),
    ['index.json', `${JSON.stringify(index, null, 2)}\n`],
  ])
}
