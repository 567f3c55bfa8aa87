const WIDTH = 110

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${inline(field)}`)
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
  }
  return JSON.stringify(value)
}

const fill = (pieces: readonly string[], indent: string): string => {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && `${indent}${last}, ${piece},`.length <= WIDTH)
      lines[lines.length - 1] = `${last}, ${piece}`
    else lines.push(piece)
  }
  return lines.join(`,\n${indent}`)
}

const layOut = (value: unknown, indent: string, used: number): string => {
  const flat = inline(value)
  if (typeof value !== 'object' || value === null || used + flat.length < WIDTH) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const holdsRecords = value.some((item) => typeof item === 'object' && !Array.isArray(item))
    const body = holdsRecords
      ? value.map((item) => layOut(item, inner, inner.length)).join(`,\n${inner}`)
      : fill(value.map(inline), inner)
    return `[\n${inner}${body}\n${indent}]`
  }
  const fields = Object.entries(value).map(([key, field]) => {
    const label = `${JSON.stringify(key)}: `
    return label + layOut(field, inner, inner.length + label.length)
  })
  return `{\n${inner}${fields.join(`,\n${inner}`)}\n${indent}}`
}

/** The one layout of the catalogue's data files: short values on a line, lists of ids and of pairs filled. */
export const formatData = (value: unknown): string => `${layOut(value, '', 0)}\n`
