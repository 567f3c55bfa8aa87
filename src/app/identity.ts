import type { Identity } from '../collab/client/api.ts'

/** Who this person is to the others, kept on this device. `chosen`: by the person, who need not be asked again. */
export type OwnIdentity = Identity & Readonly<{ chosen: boolean }>

const STORAGE_KEY = 'ringfence.identity'

/** Dark enough for white text at 4.5:1, far enough apart to tell people by, and none like the colours of exposure. */
export const COLOURS: readonly Readonly<{ colour: string; name: string }>[] = [
  { colour: '#1f6f8b', name: 'Lagoon' },
  { colour: '#5b4b9e', name: 'Violet' },
  { colour: '#2f7d4f', name: 'Green' },
  { colour: '#8a3c7e', name: 'Plum' },
  { colour: '#3f5fae', name: 'Blue' },
  { colour: '#6b6a1f', name: 'Olive' },
  { colour: '#0f7173', name: 'Teal' },
  { colour: '#77507a', name: 'Mauve' },
]

export function loadIdentity(storage: Storage = localStorage): OwnIdentity {
  try {
    const stored: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? '{}')
    const { name, colour, person, chosen } = stored as Record<string, unknown>
    if (typeof name === 'string' && typeof colour === 'string') {
      if (typeof person === 'string') return { name, colour, person, chosen: chosen === true }
      return saveIdentity({ name, colour, person: newPerson(), chosen: chosen === true }, storage)
    }
  } catch {
    // Unreadable: chosen anew below.
  }
  const pick = (count: number) => Math.floor(Math.random() * count)
  const colour = COLOURS[pick(COLOURS.length)]?.colour ?? '#1f6f8b'
  return saveIdentity({ name: `Guest ${10 + pick(90)}`, colour, person: newPerson(), chosen: false }, storage)
}

/** 192 random bits as the server takes them. */
const newPerson = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

export function saveIdentity(identity: OwnIdentity, storage: Storage = localStorage): OwnIdentity {
  try {
    storage.setItem(STORAGE_KEY, JSON.stringify(identity))
  } catch {
    // Without storage the choice holds for this visit.
  }
  return identity
}
