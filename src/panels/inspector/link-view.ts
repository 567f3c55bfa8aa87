import { catalogueCarries, defaultPlane } from '../../core/catalogue/defaults.ts'
import { interfaceById, interfaces, interfacesBetween } from '../../core/catalogue/interfaces.ts'
import type { NetworkInterface } from '../../core/catalogue/types.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Link, Model, Policy } from '../../core/model/records.ts'
import type { Carries, Plane } from '../../core/model/terms.ts'
import type { PickerGroup, PickerOption } from '../../ui/field-picker.tsx'
import { CARRIES_WORDS } from '../../ui/record-words.ts'
import { PLANE_WORDS } from '../../ui/words.ts'

/** What null stands for (MO2, AN4): the value, and who says so. */
export type Resolved<T> = Readonly<{ value: T; by: 'catalogue' | 'policy' | 'default' }>

export const planeByDefault = (link: Link): Resolved<Plane> => ({
  value: defaultPlane(link.interface),
  by: interfaceById(link.interface) === null ? 'default' : 'catalogue',
})

export function carriesByDefault(link: Link, policy: Policy): Resolved<Carries> {
  const stated = catalogueCarries(link.interface)
  if (stated !== null) return { value: stated, by: 'catalogue' }
  return { value: policy.planes[link.plane ?? defaultPlane(link.interface)], by: 'policy' }
}

/** `From catalogue: signalling` */
export const planeInWords = ({ value, by }: Resolved<Plane>): string =>
  `${by === 'catalogue' ? 'From catalogue' : 'Without an interface'}: ${PLANE_WORDS[value].label.toLowerCase()}`

/** `From the board's policy: access` */
export const carriesInWords = ({ value, by }: Resolved<Carries>): string =>
  `${by === 'catalogue' ? 'From catalogue' : 'From the board’s policy'}: ${CARRIES_WORDS[value].label.toLowerCase()}`

/** Interfaces for a link: those that fit its ends first, in this order and then the other way round. */
export function interfaceChoices(model: Model, link: Link, query: string): PickerGroup[] {
  const functionOf = (id: string | null) =>
    id === null ? null : (recordIn(model, 'components', id)?.function ?? null)
  const fitting = interfacesBetween(functionOf(link.from), functionOf(link.to))
  const fits = new Set(fitting.map((fit) => fit.interface.id))
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (item: NetworkInterface) => {
    const text = `${item.id} ${item.name} ${item.protocol} ${item.plane}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const own = {
    value: '',
    label: 'None of the catalogue',
    detail: 'An interface of your own; give it a name',
  }
  return [
    {
      label: 'Fits these ends',
      options: fitting
        .filter((fit) => matches(fit.interface))
        .map((fit) =>
          optionOf(fit.interface, fit.reversed ? 'the catalogue has the ends the other way round' : null),
        ),
    },
    {
      label: 'All others',
      options: interfaces
        .filter((item) => !fits.has(item.id) && matches(item))
        .map((item) => optionOf(item, null)),
    },
    { label: 'Own', options: query === '' || 'none own'.includes(query.toLowerCase()) ? [own] : [] },
  ].filter((group) => group.options.length > 0)
}

function optionOf({ id, name, protocol, plane }: NetworkInterface, remark: string | null): PickerOption {
  const detail = [PLANE_WORDS[plane].label, protocol, remark].filter((part) => part !== null && part !== '')
  return { value: id, label: name, detail: detail.join(' · ') }
}
