/** One line of a list to pick from. */
export type PickOption = Readonly<{
  value: string
  label: string
  /** What it is, or what choosing it means. */
  detail: string
}>

/** Options under a heading; an empty heading is not shown. */
export type PickGroup = Readonly<{ label: string; options: readonly PickOption[] }>

/** Long lists are for searching, not for scrolling through. */
const MOST = 100

/** The groups with what matches every word of a query; those left empty are dropped. */
export function matching(groups: readonly PickGroup[], query: string): readonly PickGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  let room = MOST
  return groups.flatMap(({ label, options }) => {
    const found = options.filter((option) => {
      const text = `${option.label} ${option.detail} ${option.value}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    const shown = found.slice(0, room)
    room -= shown.length
    return shown.length === 0 ? [] : [{ label, options: shown }]
  })
}
