import { componentName, linkName, riskTitle, vendorName } from '../../analysis/naming.ts'
import { kindOf, recordIn } from '../../model/lookup.ts'
import type { Model } from '../../model/records.ts'
import { plainMessage } from './message.ts'

type LogicalLocation = Readonly<{
  name: string
  fullyQualifiedName: string
  /** The id of the record, which stays when it is named anew. */
  decoratedName: string
  kind: string
  parentIndex?: number
}>

export type SarifLocation = Readonly<{
  id?: number
  physicalLocation?: object
  logicalLocations: readonly object[]
  message?: Readonly<{ text: string }>
}>

/** What the kinds of records are called where one is pointed at. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  segments: 'segment',
  components: 'component',
  links: 'link',
  vendors: 'vendor',
  risks: 'risk',
  products: 'product',
  statements: 'statement',
  mitigations: 'mitigation',
}

/** Segments within each other that are told of one place; a name that is longer helps nobody. */
const MOST_AROUND = 16

/**
 * The records that results point at, each listed once in the run. Names are those of the segments around a component and its
 * own, joined by slashes; where two records would be called the same, their ids tell them apart.
 */
export class Locations {
  readonly #model: Model
  /** URI of the model's file: some readers take no result without one. */
  readonly #uri: string
  readonly #all: LogicalLocation[] = []
  readonly #places = new Map<string, number>()
  readonly #names = new Set<string>()

  constructor(model: Model, uri: string) {
    this.#model = model
    this.#uri = uri
  }

  /** A location that points at a record, with what there is to say of it here. */
  at(id: string, message = ''): SarifLocation {
    const index = this.#place(id)
    const { fullyQualifiedName, kind } = this.#all[index] as LogicalLocation
    return {
      physicalLocation: { artifactLocation: { uri: this.#uri, index: 0 } },
      logicalLocations: [{ index, fullyQualifiedName, kind }],
      ...(message === '' ? {} : { message: plainMessage(message) }),
    }
  }

  get logicalLocations(): readonly object[] {
    return this.#all
  }

  /** The outermost segment that is not listed yet first, so that each finds the one around it. */
  #place(id: string): number {
    const around: string[] = []
    for (let at: string | null = id; at !== null && around.length <= MOST_AROUND; at = this.#homeOf(at)) {
      around.unshift(at)
    }
    for (const each of around) if (!this.#places.has(each)) this.#list(each)
    return this.#places.get(id) as number
  }

  #list(id: string): void {
    const parentIndex = this.#places.get(this.#homeOf(id) ?? '')
    const parent = parentIndex === undefined ? undefined : this.#all[parentIndex]
    const name = this.#nameOf(id)
    let fullyQualifiedName = parent === undefined ? name : `${parent.fullyQualifiedName}/${name}`
    while (this.#names.has(fullyQualifiedName)) fullyQualifiedName += ` (${id})`
    this.#names.add(fullyQualifiedName)
    this.#places.set(id, this.#all.length)
    this.#all.push({
      name,
      fullyQualifiedName,
      decoratedName: id,
      kind: KIND_WORDS[kindOf(this.#model, id) ?? ''] ?? 'record',
      ...(parentIndex === undefined ? {} : { parentIndex }),
    })
  }

  #homeOf(id: string): string | null {
    return (
      recordIn(this.#model, 'components', id)?.segment ??
      recordIn(this.#model, 'segments', id)?.parent ??
      null
    )
  }

  #nameOf(id: string): string {
    const component = recordIn(this.#model, 'components', id)
    if (component !== undefined) return componentName(component)
    const link = recordIn(this.#model, 'links', id)
    if (link !== undefined) return linkName(link)
    const vendor = recordIn(this.#model, 'vendors', id)
    if (vendor !== undefined) return vendorName(vendor)
    const risk = recordIn(this.#model, 'risks', id)
    if (risk !== undefined) return riskTitle(risk)
    return recordIn(this.#model, 'segments', id)?.name || id
  }
}
