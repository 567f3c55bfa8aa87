/** Where to cut, so that nothing lies within itself: of each circle the one that comes first. `homes` leads from each to the one around it. */
export function circles(homes: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const cut = new Set<string>()
  const settled = new Set<string>()
  for (const start of homes.keys()) {
    const trail = new Set<string>()
    let at: string | null = start
    while (at !== null && !settled.has(at) && !trail.has(at)) {
      trail.add(at)
      at = homes.get(at) ?? null
    }
    if (at !== null && trail.has(at)) cut.add(at)
    for (const visited of trail) settled.add(visited)
  }
  return cut
}

/** Those of `homes` with the ones around before what is in them. Circles have to be cut before. */
export function outermostFirst(homes: ReadonlyMap<string, string | null>): readonly string[] {
  const ordered = new Set<string>()
  for (const start of homes.keys()) {
    const trail: string[] = []
    for (let at: string | null = start; at !== null && !ordered.has(at); at = homes.get(at) ?? null) {
      if (!homes.has(at)) break
      trail.push(at)
    }
    for (const id of trail.toReversed()) ordered.add(id)
  }
  return [...ordered]
}
