/** Width and height of every component, in canvas units. */
export const COMPONENT_SIZE: readonly [number, number] = [168, 64]
