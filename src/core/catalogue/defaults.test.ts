import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { functions } from './functions.ts'
import { interfaces, interfacesBetween } from './interfaces.ts'
import { mitigationControls } from './mitigations.ts'
import { riskCategories } from './risks.ts'
import { formatData } from './testing/format.ts'

function idsBy<Item extends { readonly id: string }>(
  items: readonly Item[],
  valueOf: (item: Item) => string | undefined,
) {
  const ids: Record<string, string[]> = {}
  for (const item of items) {
    const value = valueOf(item)
    if (value !== undefined) (ids[value] ??= []).push(item.id)
  }
  return ids
}

const dataFile = (name: string): string => fileURLToPath(new URL(`data/${name}.json`, import.meta.url))

test('titles say what the records say', async () => {
  const titles = (items: readonly { readonly id: string; readonly title: string }[]) =>
    Object.fromEntries(items.map(({ id, title }) => [id, title]))
  const derived = {
    risks: titles(riskCategories),
    mitigations: titles(mitigationControls),
    interfaces: titles(interfaces.map(({ id, name }) => ({ id, title: name }))),
  }
  await expect(formatData(derived)).toMatchFileSnapshot(dataFile('titles'))
})

test('the first interface between two of a kind is the one that the records name first', async () => {
  const kinds = functions.flatMap(({ id }): [string, string][] => {
    const fitting = interfacesBetween(id, id)[0]
    return fitting === undefined ? [] : [[id, fitting.interface.id]]
  })
  await expect(formatData(Object.fromEntries(kinds))).toMatchFileSnapshot(dataFile('peers'))
})

// `-u` derives the files anew.
test('what the engine loads says what the records say', async () => {
  const derived = {
    criticality: idsBy(functions, ({ criticality }) => criticality),
    external: functions.filter(({ external }) => external === true).map(({ id }) => id),
    plane: idsBy(interfaces, ({ plane }) => plane),
    carries: idsBy(interfaces, ({ carries }) => carries),
    propagation: idsBy(riskCategories, ({ propagation }) => propagation),
    effect: idsBy(mitigationControls, ({ pathEffect }) => pathEffect),
  }
  await expect(formatData(derived)).toMatchFileSnapshot(dataFile('defaults'))
})
