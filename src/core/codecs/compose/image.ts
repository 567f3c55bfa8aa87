/** `docker.io/free5gc/amf:v4.2.3@sha256:…`: what it is an image of, and which one. */
export type Image = Readonly<{ product: string; version: string | null; base: string }>

/** Null for no image. A digest is the version only where there is no tag. */
export function imageIn(text: string): Image | null {
  if (text === '') return null
  const [named = '', digest] = text.split('@', 2)
  const lastPart = named.slice(named.lastIndexOf('/') + 1)
  const colon = lastPart.indexOf(':')
  const tag = colon === -1 ? '' : lastPart.slice(colon + 1)
  const product = tag === '' && colon === -1 ? named : named.slice(0, named.length - lastPart.length + colon)
  return {
    product,
    version: tag || digest || null,
    base: colon === -1 ? lastPart : lastPart.slice(0, colon),
  }
}
