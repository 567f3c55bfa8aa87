import { segmentsAround } from '../../commands/placed.ts'
import type { Component, Mitigation, MitigationSubject, Model } from '../../core/model/records.ts'
import { componentName, linkWithEnds, mitigationSubjectName } from '../../state/record-names.ts'
import type { PickerGroup } from '../../ui/field-picker.tsx'

/** The option that empties the list of what is covered, which then means everything. */
export const EVERYTHING = 'everything'

export const subjectKey = (subject: MitigationSubject): string => JSON.stringify(subject)
export const subjectOfKey = (key: string): MitigationSubject => JSON.parse(key) as MitigationSubject

/**
 * What else a mitigation can cover, found by name. `everything`, the empty list, is offered last and never by a search:
 * by default to one that covers something now.
 */
export function coverChoices(
  model: Model,
  { on }: Pick<Mitigation, 'on'>,
  query: string,
  everything: boolean = on.length > 0,
): PickerGroup[] {
  const covered = new Set(on.map(subjectKey))
  const words = query.toLowerCase().split(/\s+/)
  const group = (label: string, choices: readonly (readonly [MitigationSubject, string])[]): PickerGroup => ({
    label,
    options: choices.flatMap(([subject, name]) => {
      const value = subjectKey(subject)
      const found = words.every((word) => name.toLowerCase().includes(word))
      return found && !covered.has(value) ? [{ value, label: name }] : []
    }),
  })
  return [
    group(
      'Vendors',
      model.vendors.map(({ id }) => [{ vendor: id }, mitigationSubjectName(model, { vendor: id })]),
    ),
    group(
      'Segments',
      model.segments.map(({ id }) => [{ segment: id }, mitigationSubjectName(model, { segment: id })]),
    ),
    group(
      'Components',
      model.components.map((component) => [{ component: component.id }, componentName(component)]),
    ),
    group(
      'Links',
      model.links.map((link) => [{ link: link.id }, linkWithEnds(model, link)]),
    ),
    {
      label: 'Otherwise',
      options:
        query === '' && everything
          ? [
              {
                value: EVERYTHING,
                label: 'Everything',
                detail: 'An empty list: credit at every component',
              },
            ]
          : [],
    },
  ].filter(({ options }) => options.length > 0)
}

/** Through what a mitigation covers a component (AN3), null where it does not. */
export type CoveredBy = 'component' | 'vendor' | 'segment' | 'everything'

export function coveredBy(
  model: Model,
  { on }: Pick<Mitigation, 'on'>,
  component: Component,
): CoveredBy | null {
  if (on.length === 0) return 'everything'
  const around = segmentsAround(model, component.segment)
  const names = (subject: MitigationSubject): CoveredBy | null => {
    if ('component' in subject) return subject.component === component.id ? 'component' : null
    if ('vendor' in subject) return subject.vendor === component.vendor ? 'vendor' : null
    return 'segment' in subject && around.includes(subject.segment) ? 'segment' : null
  }
  return on.map(names).find((by) => by !== null) ?? null
}

/** The mitigations that name a link or a segment, or a segment around that one. */
export function mitigationsNaming(model: Model, place: { link: string } | { segment: string }): Mitigation[] {
  const around = 'segment' in place ? segmentsAround(model, place.segment) : []
  return model.mitigations.filter(({ on }) =>
    on.some((subject) =>
      'link' in place
        ? 'link' in subject && subject.link === place.link
        : 'segment' in subject && around.includes(subject.segment),
    ),
  )
}
