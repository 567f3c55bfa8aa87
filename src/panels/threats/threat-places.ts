import type { Model } from '../../core/model/records.ts'
import { componentName, linkWithEnds } from '../../state/record-names.ts'
import type { PickerGroup } from '../../ui/field-picker.tsx'

/** What a threat can be on, by kind, as far as it has all the words that were typed. */
export function threatPlaces(model: Model, query: string): PickerGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = <R extends { readonly id: string }>(
    label: string,
    list: readonly R[],
    name: (of: R) => string,
  ) => ({
    label,
    options: list
      .map((record) => ({ value: record.id, label: name(record) }))
      .filter((option) => words.every((word) => option.label.toLowerCase().includes(word))),
  })
  return [
    found('Components', model.components, componentName),
    found('Links', model.links, (link) => linkWithEnds(model, link)),
    found('Segments', model.segments, ({ name }) => name || 'Segment'),
  ].filter(({ options }) => options.length > 0)
}
