import { describe, expect, it } from 'vitest'
import { boardPath, routeOf } from './route.ts'

const at = (path: string) => {
  const url = new URL(path, 'http://localhost')
  return routeOf(url)
}

describe('routeOf', () => {
  it('reads the board and its key from a link', () => {
    expect(at(boardPath('b-1_x', 'KEY'))).toEqual({ page: 'board', id: 'b-1_x', key: 'KEY' })
    expect(at('/b/b1')).toEqual({ page: 'board', id: 'b1', key: null })
  })

  it('takes anything else for the start page', () => {
    for (const path of ['/', '/b/', '/b/a/b', '/b/%2e%2e', '/other'])
      expect(at(path)).toEqual({ page: 'start' })
  })
})
