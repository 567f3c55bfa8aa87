import { expect, test } from 'vitest'
import { decide } from './browser.ts'

test('the first browser that starts is used', () => {
  expect(decide(['/own/chrome', '/usr/bin/chromium'], [], ['playwright', 'apt'])).toEqual({
    use: '/own/chrome',
  })
  expect(decide(['/usr/bin/chromium'], ['playwright'], ['playwright'])).toEqual({ use: '/usr/bin/chromium' })
})

test('without one, Playwright installs its own, then apt does where it may', () => {
  expect(decide([], [], ['playwright', 'apt'])).toEqual({ install: 'playwright' })
  expect(decide([], ['playwright'], ['playwright', 'apt'])).toEqual({ install: 'apt' })
})

test('when nothing is left to try, it says what was tried and what to do', () => {
  const decision = decide([], ['playwright', 'apt'], ['playwright', 'apt'])
  expect(decision).toEqual({ fail: expect.stringContaining('playwright, then apt') })
  expect(decision).toEqual({ fail: expect.stringContaining('npx playwright install --with-deps chromium') })
  expect(decide([], ['playwright'], ['playwright'])).toEqual({
    fail: expect.not.stringContaining('then apt'),
  })
})
