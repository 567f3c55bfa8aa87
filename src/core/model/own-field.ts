/** A field of data from outside; undefined where only what every object has by nature is called so (`valueOf`). */
export const ownField = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined
