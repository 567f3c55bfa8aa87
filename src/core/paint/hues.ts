/**
 * One quiet hue per kind of segment, mixed thinly with the surface it lies on, so that the same works in light and dark.
 * None is near the colours of exposure.
 */
const HUES: Readonly<Record<string, string>> = {
  device: '#7a869a',
  ran: '#2e8b62',
  'fixed-access': '#55913f',
  transport: '#3a7ca5',
  'core-5g': '#4263b8',
  'core-4g': '#5a74bd',
  'core-2g3g': '#7d8abf',
  ims: '#7357b5',
  interconnect: '#95579b',
  virtualisation: '#22898f',
  management: '#74802c',
  security: '#8a5f86',
  'lawful-intercept': '#5a6570',
  'supply-chain': '#8a6d5a',
  external: '#87919a',
}
const PLAIN = '#6b7b84'

/** The hue of a kind of segment of the catalogue; a plain one for null or an own kind. */
export const hueOf = (kind: string | null): string => (kind === null ? PLAIN : (HUES[kind] ?? PLAIN))
