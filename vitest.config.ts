import { defineConfig } from 'vitest/config'

const everywhere = { environment: 'node', pool: 'forks' } as const

export default defineConfig({
  // Vite reads JSX settings from the nearest tsconfig.json, which leaves tests out of the app's project.
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        // Real sockets and SQLite; some of these kill and restart a server twenty times.
        test: {
          ...everywhere,
          name: 'server',
          include: ['server/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
