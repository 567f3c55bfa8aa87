export type Route = Readonly<{ page: 'start' } | { page: 'board'; id: string; key: string | null }>

/** `/b/:id#k=KEY` opens a board; the key stands in the fragment, which no browser sends to a server. */
export function routeOf(location: Readonly<{ pathname: string; hash: string }>): Route {
  const id = /^\/b\/([A-Za-z0-9_-]{1,64})\/?$/.exec(location.pathname)?.[1]
  if (id === undefined) return { page: 'start' }
  return { page: 'board', id, key: new URLSearchParams(location.hash.slice(1)).get('k') }
}

export const boardPath = (id: string, key: string): string => `/b/${id}#k=${key}`
