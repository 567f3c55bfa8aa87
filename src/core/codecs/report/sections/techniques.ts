import { attack } from '../../../catalogue/attack.ts'
import { fight } from '../../../catalogue/fight.ts'
import { lazy } from '../../../catalogue/lazy.ts'
import { riskById } from '../../../catalogue/risks.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import { type Block, column, heading, paragraph, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'

type Known = Readonly<{ name: string; of: 'ATT&CK' | 'FiGHT'; url: string }>

const known = lazy(
  (): ReadonlyMap<string, Known> =>
    new Map([
      ...[...attack.techniques, ...attack.mitigations].map(({ id, name, url }): [string, Known] => [
        id,
        { name, of: 'ATT&CK', url },
      ]),
      ...[...fight.techniques, ...fight.mitigations].map(({ id, name, url }): [string, Known] => [
        id,
        { name, of: 'FiGHT', url },
      ]),
    ]),
)

/** Techniques that the risks of the board have in the catalogue, and those that threats on it are of. */
export function techniqueBlocks({ model }: Grounds): Block[] {
  const ids = new Set([
    ...model.risks.flatMap(({ category }) => {
      const risk = riskById(category)
      return risk === null ? [] : [...risk.attack, ...risk.fight]
    }),
    ...model.threats.flatMap(({ technique }) => technique ?? []),
  ])
  const rows = [...ids].sort(compareCodeUnits).flatMap((id) => {
    const technique = known().get(id)
    return technique === undefined ? [] : [[id, technique.name, technique.of, technique.url]]
  })
  if (rows.length === 0) return []
  return [
    heading(2, 'Techniques', 'techniques'),
    paragraph(
      `Techniques that the catalogue ties to the risks recorded here, and those of threats on the board, as ${attack._source.version} and ${fight._source.name}, ${fight._source.version}, name them.`,
    ),
    table(
      'Techniques',
      [column('Id', 16), column('Name', 40), column('Of', 12), column('Address', 50)],
      rows,
    ),
  ]
}

/** Which of the two works have an identifier in a text. */
export function worksNamedIn(text: string): ReadonlySet<Known['of']> {
  const named = new Set<Known['of']>()
  for (const [id] of text.matchAll(/\b(?:FG[TM]|[TM])\d{3,}(?:\.\d+)?\b/g)) {
    const work = known().get(id)?.of
    if (work !== undefined) named.add(work)
  }
  return named
}
