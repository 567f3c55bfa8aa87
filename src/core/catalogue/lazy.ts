/** Builds a value at its first use, so that importing the catalogue costs nothing. */
export const lazy = <Value>(build: () => Value): (() => Value) => {
  let built: { readonly value: Value } | undefined
  return () => {
    built ??= { value: build() }
    return built.value
  }
}

/** A lookup by id over records with unique ids; null and unknown ids (MO1: something of one's own) give null. */
export const lookupById = <Item extends { readonly id: string }>(
  items: readonly Item[],
): ((id: string | null) => Item | null) => {
  const byId = lazy(() => new Map(items.map((item) => [item.id, item])))
  return (id) => (id === null ? null : (byId().get(id) ?? null))
}

/** A lookup of titles by id; null and unknown ids give null. */
export const lookupTitle = (
  titles: Readonly<Record<string, string>>,
): ((id: string | null) => string | null) => {
  const byId = lazy(() => new Map(Object.entries(titles)))
  return (id) => (id === null ? null : (byId().get(id) ?? null))
}
