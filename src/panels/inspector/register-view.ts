import { compareCodeUnits } from '../../core/model/order.ts'
import type { Component, Model, Product, Statement } from '../../core/model/records.ts'

/** A product with how deep it lies in what it is part of; 0 for one that stands alone. */
type ProductRow = Readonly<{ product: Product; depth: number }>

/** The products of a vendor as a tree in reading order: by name, version, id; parts after their whole. */
export function productRows(products: readonly Product[], vendor: string): ProductRow[] {
  const own = products
    .filter((product) => product.vendor === vendor)
    .toSorted(
      (a, b) =>
        compareCodeUnits(a.name, b.name) ||
        compareCodeUnits(a.version ?? '', b.version ?? '') ||
        compareCodeUnits(a.id, b.id),
    )
  const ids = new Set(own.map(({ id }) => id))
  // A part of another vendor's product has no place in this tree but at its top.
  const partsOf = new Map<string | null, Product[]>()
  for (const product of own) {
    const whole = product.partOf !== null && ids.has(product.partOf) ? product.partOf : null
    const parts = partsOf.get(whole)
    if (parts === undefined) partsOf.set(whole, [product])
    else parts.push(product)
  }
  const under = (whole: string | null, depth: number): ProductRow[] =>
    (partsOf.get(whole) ?? []).flatMap((product) => [{ product, depth }, ...under(product.id, depth + 1)])
  return under(null, 0)
}

/** A product and all that is part of it, which it must not become part of. */
export function withParts(products: readonly Product[], id: string): ReadonlySet<string> {
  const inside = new Set([id])
  for (const each of inside)
    for (const { id: part, partOf } of products) if (partOf === each) inside.add(part)
  return inside
}

/** The part whose support ends first, where that is before the product's own: what is supported as a whole may hold what is not. */
export function earliestPart(products: readonly Product[], product: Product): Product | null {
  let earliest: Product | null = null
  const inside = withParts(products, product.id)
  for (const part of products) {
    if (part.id === product.id || !inside.has(part.id) || part.supportEnd === null) continue
    const before = earliest?.supportEnd ?? product.supportEnd
    if (before === null || part.supportEnd < before) earliest = part
  }
  return earliest
}

const DAY_MS = 86_400_000

/** Days from `today` to a day, negative once it has passed. Both `YYYY-MM-DD`. */
const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)

/** `passed` only after the day: support that ends today still holds today. */
export function supportInWords(
  day: string | null,
  today: string | null,
): Readonly<{ words: string; passed: boolean }> {
  if (day === null) return { words: 'Support end not recorded', passed: false }
  if (today === null) return { words: `Supported until ${day}`, passed: false }
  const left = daysUntil(day, today)
  if (left < 0) return { words: `Support ended ${day}, ${inDays(-left)} ago`, passed: true }
  if (left === 0) return { words: `Support ends today, ${day}`, passed: false }
  return { words: `Supported until ${day}, ${inDays(left)} left`, passed: false }
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`)

/** Whether a statement says nothing any more: its last day has passed. */
export const isLapsed = ({ until }: Pick<Statement, 'until'>, today: string | null): boolean =>
  until !== null && today !== null && until < today

/** What a judgement that came from elsewhere lacks to be one; null for a whole one. */
export function missingOfJudgement({ author, date, until }: Statement): string | null {
  const missing = [
    author.trim() === '' ? 'its author' : '',
    date === null ? 'its date' : '',
    until === null ? 'a day on which it lapses' : '',
  ].filter(Boolean)
  return missing.length === 0 ? null : `Without ${missing.join(', ')}: nobody can stand by it.`
}

/** Newest first; what has no day comes last. */
export const statementsOfVendor = (model: Model, vendor: string): Statement[] =>
  model.statements
    .filter((statement) => statement.vendor === vendor)
    .toSorted((a, b) => compareCodeUnits(b.date ?? '', a.date ?? '') || compareCodeUnits(a.id, b.id))

type Deployed = Readonly<Pick<Component, 'product' | 'version' | 'hardware'> & { components: number }>

/** What runs on the board and has no product on record: by product, version and hardware, each once. */
export function unrecorded(model: Model, vendor: string): Deployed[] {
  const keyOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts.map((part) => part ?? ''))
  const recorded = new Set(
    model.products
      .filter((product) => product.vendor === vendor)
      .map(({ name, version, hardware }) => keyOf(name, version, hardware)),
  )
  const found = new Map<string, Deployed>()
  for (const { vendor: of, product, version, hardware } of model.components) {
    if (of !== vendor || (product ?? '') === '') continue
    const key = keyOf(product, version, hardware)
    if (recorded.has(key)) continue
    found.set(key, { product, version, hardware, components: (found.get(key)?.components ?? 0) + 1 })
  }
  return [...found].toSorted(([a], [b]) => compareCodeUnits(a, b)).map(([, each]) => each)
}
