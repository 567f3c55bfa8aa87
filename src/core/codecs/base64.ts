import { strFromU8, strToU8 } from 'fflate'

/** In every engine that runs this, though neither Node's types nor the DOM's are known here. */
declare const atob: (text: string) => string
declare const btoa: (text: string) => string

/** Null where the text is no base64. White space in it does not count. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    return strToU8(atob(text), true)
  } catch {
    return null
  }
}

export const encodeBase64 = (bytes: Uint8Array): string => btoa(strFromU8(bytes, true))
