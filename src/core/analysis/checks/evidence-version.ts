import type { Statement } from '../../model/records.ts'
import { type Check, findingsAt } from './check.ts'
import { grouped } from '../grouped.ts'
import type { Place } from './place.ts'

type Assessed = Readonly<{ id: string; version: string | null; hardware: string | null }>

export const evidenceVersion: Check = {
  id: 'chk-evidence-version',
  run: ({ model, places }) => {
    const products = new Map(model.products.map((product) => [product.id, product]))
    const assured = model.statements.flatMap((statement: Statement) => {
      const product = statement.product === null ? undefined : products.get(statement.product)
      if (statement.kind !== 'assurance' || product === undefined) return []
      const version = statement.version ?? product.version
      const hardware = statement.hardware ?? product.hardware
      return [{ id: statement.id, of: key(product.vendor, product.name), version, hardware }]
    })
    if (assured.length === 0) return []
    const byProduct = grouped(assured, ({ of }) => of)
    return findingsAt(places, (place) => {
      const { vendor, product } = place.component
      const evidence = product === null ? [] : (byProduct.get(key(vendor, product)) ?? [])
      const [first] = evidence
      if (first === undefined || evidence.some((each) => !differs(each, place))) return null
      const words = `The assurance evidence for ${place.name} is for ${inWords(first)}, not for ${inWords(place.component)}.`
      return { check: 'chk-evidence-version', records: [place.id, ...evidence.map(({ id }) => id)], words }
    })
  },
}

/** Where one of the two says nothing, nothing is known to differ. */
const differs = ({ version, hardware }: Assessed, { component }: Place): boolean =>
  isOther(version, component.version) || isOther(hardware, component.hardware)
const isOther = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

const inWords = ({ version, hardware }: Pick<Assessed, 'version' | 'hardware'>): string =>
  [version === null ? '' : `version ${version}`, hardware === null ? '' : `hardware ${hardware}`]
    .filter((part) => part !== '')
    .join(' on ')

const key = (vendor: string | null, product: string) => JSON.stringify([vendor, product])
