import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { textOf } from './objects.ts'

/** A kind of threat as the tool's catalogue has it. Its texts have places to fill in, `{source.Name}`. */
type ThreatType = Readonly<{ title: string; category: string; description: string }>

/** What the tool's catalogue, which it puts into every file, says of threats. */
export type Knowledge = Readonly<{
  types: ReadonlyMap<string, ThreatType>
  /** Names and short descriptions of categories by id. */
  categories: ReadonlyMap<string, Readonly<{ name: string; short: string }>>
  /** What fields of threats are called, by their names. */
  labels: ReadonlyMap<string, string>
}>

export function knowledgeOf(element: XmlElement | undefined): Knowledge {
  const listOf = (name: string, of: string): readonly XmlElement[] => {
    const list = element === undefined ? undefined : childOf(element, name)
    return list === undefined ? [] : childrenOf(list, of)
  }
  const fields = listOf('ThreatMetaData', 'PropertiesMetaData').flatMap((list) =>
    childrenOf(list, 'ThreatMetaDatum'),
  )
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
    categories: new Map(
      listOf('ThreatCategories', 'ThreatCategory').map((category) => [
        textOf(category, 'Id'),
        { name: textOf(category, 'Name'), short: textOf(category, 'ShortDescription') },
      ]),
    ),
    labels: new Map(fields.map((field) => [textOf(field, 'Name'), textOf(field, 'Label')])),
  }
}
