import { functionById } from '../../core/catalogue/functions.ts'
import { interfaces, interfacesBetween } from '../../core/catalogue/interfaces.ts'
import type { NetworkInterface } from '../../core/catalogue/types.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Component, Model } from '../../core/model/records.ts'
import { componentName, nameOf } from '../../state/record-names.ts'
import { PLANE_WORDS } from '../../ui/words.ts'
import type { PickGroup, PickOption } from './pick-options.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The other components: those to which the catalogue knows an interface first. */
export function targetsFor(model: Model, source: Component): readonly PickGroup[] {
  const fitting: PickOption[] = []
  const others: PickOption[] = []
  for (const component of model.components) {
    if (component.id === source.id) continue
    const names = interfacesBetween(source.function, component.function).map(
      ({ interface: each }) => each.name,
    )
    const by = names.length === 0 ? '' : `by ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`
    const option = {
      value: component.id,
      label: componentName(component),
      detail: [functionById(component.function)?.fullName ?? '', homeOf(model, component), by]
        .filter(Boolean)
        .join(' · '),
    }
    ;(names.length > 0 ? fitting : others).push(option)
  }
  const byLabel = (a: PickOption, b: PickOption) => collator.compare(a.label, b.label)
  return [
    { label: 'The catalogue knows an interface', options: fitting.sort(byLabel) },
    { label: 'Others', options: others.sort(byLabel) },
  ]
}

const homeOf = (model: Model, { segment }: Component): string =>
  segment === null ? '' : nameOf(model, segment)

/** Stands for a link without an interface of the catalogue. */
const OWN = ''

/** What can join two components: what fits first, each with its controlling end, then what is of one's own, then the rest. */
export function interfacesFor(source: Component, target: Component): readonly PickGroup[] {
  const fitting = interfacesBetween(source.function, target.function)
  const known = new Set(fitting.map(({ interface: { id } }) => id))
  const way = (from: Component, to: Component) => `${componentName(from)} → ${componentName(to)}`
  return [
    {
      label: 'Fits',
      options: fitting.map(({ interface: each, reversed }) =>
        optionFor(each, reversed ? way(target, source) : way(source, target)),
      ),
    },
    {
      label: '',
      options: [{ value: OWN, label: 'An interface of your own', detail: way(source, target) }],
    },
    {
      label: `Other interfaces of the catalogue, ${way(source, target)}`,
      options: interfaces.filter(({ id }) => !known.has(id)).map((each) => optionFor(each)),
    },
  ]
}

const optionFor = ({ id, name, plane, protocol }: NetworkInterface, way = ''): PickOption => ({
  value: id,
  label: name,
  detail: [way, PLANE_WORDS[plane].label.toLowerCase(), protocol].filter(Boolean).join(' · '),
})

export type NewLink = Readonly<{ from: string; to: string; interface: string | null }>

/** The link for a choice: `from` is the end that the catalogue names as the controlling one (AN4). */
export function linkFor(source: Component, target: Component, chosen: string): NewLink {
  const found = interfacesBetween(source.function, target.function).find(
    ({ interface: { id } }) => id === chosen,
  )
  const [from, to] = found?.reversed === true ? [target.id, source.id] : [source.id, target.id]
  return { from, to, interface: chosen === OWN ? null : chosen }
}

/** The component that a dialog starts from: the one that is selected. */
export function onlyComponent(model: Model, selected: ReadonlySet<string>): Component | null {
  const [only] = selected
  if (only === undefined || selected.size !== 1) return null
  return recordIn(model, 'components', only) ?? null
}
