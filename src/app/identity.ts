/** Who this person is to the others: chosen once, kept on this device. */
export type Identity = Readonly<{ name: string; colour: string }>

const STORAGE_KEY = 'ringfence.identity'

/** Dark enough for white text at 4.5:1, far enough apart to tell people by, and none like the colours of exposure. */
const COLOURS = ['#1f6f8b', '#5b4b9e', '#2f7d4f', '#8a3c7e', '#3f5fae', '#6b6a1f', '#0f7173', '#77507a']

export function loadIdentity(storage: Storage = localStorage): Identity {
  try {
    const { name, colour } = JSON.parse(storage.getItem(STORAGE_KEY) ?? '{}') as Record<string, unknown>
    if (typeof name === 'string' && typeof colour === 'string') return { name, colour }
  } catch {
    // Unreadable: chosen anew below.
  }
  const pick = (count: number) => Math.floor(Math.random() * count)
  return saveIdentity(
    { name: `Guest ${10 + pick(90)}`, colour: COLOURS[pick(COLOURS.length)] ?? '#1f6f8b' },
    storage,
  )
}

export function saveIdentity(identity: Identity, storage: Storage = localStorage): Identity {
  try {
    storage.setItem(STORAGE_KEY, JSON.stringify(identity))
  } catch {
    // Without storage the choice holds for this visit.
  }
  return identity
}
