import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { textOf } from './objects.ts'

/** A kind of threat as the tool's catalogue has it. Its texts have places to fill in, `{source.Name}`. */
type ThreatType = Readonly<{ title: string; category: string; description: string }>

/** What the tool's catalogue, which it puts into every file, says of threats. */
export type Knowledge = Readonly<{
  types: ReadonlyMap<string, ThreatType>
  /** Names of categories by id. */
  categories: ReadonlyMap<string, string>
  /** What the catalogue says of categories in short, a full stop at the end left out: the tool writes it or not. */
  usual: ReadonlySet<string>
  /** What fields of threats are called, by their names. */
  labels: ReadonlyMap<string, string>
}>

export const withoutStop = (text: string): string => text.replace(/\.$/, '')

export function knowledgeOf(element: XmlElement | undefined): Knowledge {
  const listOf = (name: string, of: string): readonly XmlElement[] => {
    const list = element === undefined ? undefined : childOf(element, name)
    return list === undefined ? [] : childrenOf(list, of)
  }
  const fields = listOf('ThreatMetaData', 'PropertiesMetaData').flatMap((list) =>
    childrenOf(list, 'ThreatMetaDatum'),
  )
  const categories = listOf('ThreatCategories', 'ThreatCategory')
  return {
    types: new Map(
      listOf('ThreatTypes', 'ThreatType').map((type) => [
        textOf(type, 'Id'),
        {
          title: textOf(type, 'ShortTitle'),
          category: textOf(type, 'Category'),
          description: textOf(type, 'Description'),
        },
      ]),
    ),
    categories: new Map(categories.map((category) => [textOf(category, 'Id'), textOf(category, 'Name')])),
    usual: new Set(categories.map((category) => withoutStop(textOf(category, 'ShortDescription')))),
    labels: new Map(fields.map((field) => [textOf(field, 'Name'), textOf(field, 'Label')])),
  }
}
