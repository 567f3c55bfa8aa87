import { customAlphabet } from 'nanoid'
import type { Kind } from '../core/model/records.ts'

const PREFIX: Record<Kind, string> = {
  segments: 's',
  vendors: 'v',
  components: 'c',
  links: 'l',
  risks: 'r',
  mitigations: 'm',
  notes: 'n',
  comments: 'k',
  reviews: 'w',
  products: 'p',
  statements: 'f',
  threats: 't',
  waivers: 'x',
  entries: 'e',
}

/** For what is no record. */
export const randomId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 14)

/** A random id, unique enough that two people never draw the same; its first letter tells the kind to a reader. */
export const newId = (kind: Kind): string => `${PREFIX[kind]}-${randomId()}`
