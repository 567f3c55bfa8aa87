/** The buffers of all typed arrays in a message, each once, to be handed over instead of copied. */
export function buffersOf(message: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const each of Object.values(value)) collect(each)
  }
  collect(message)
  return [...buffers]
}
