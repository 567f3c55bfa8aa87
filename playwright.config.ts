import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/browser.ts'

/**
 * Each test starts the built server on a port of its own, so there is no `webServer` here. Files named
 * `*.timing.spec.ts` measure, so they run last and alone.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/browser-setup.ts',
  reporter: 'list',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    // `TRACE=1` to find out why a test fails; recording takes its share of every test's time.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts', testIgnore: '**/*.timing.spec.ts' },
    {
      name: 'timing',
      testMatch: '**/*.timing.spec.ts',
      workers: 1,
      dependencies: ['browser'],
    },
  ],
})
