import { fileURLToPath } from 'node:url'
import type { UserConfig } from 'vite'
import { defineConfig } from 'vite'

/**
 * The two programs for Node, one a run (`--mode server`, `--mode cli`). The server keeps its dependencies outside;
 * the command line tool is one file that needs none but these, and each only for what it does: the solver to prove a plan, the
 * database for backups, the makers of PNG and PDF for those.
 */
export default defineConfig(({ mode }): UserConfig => {
  const cli = mode === 'cli'
  return {
    publicDir: false,
    resolve: cli
      ? { alias: { libsql: fileURLToPath(new URL('cli/libsql-when-needed.ts', import.meta.url)) } }
      : {},
    ssr: cli
      ? { noExternal: true, external: ['highs', '@resvg/resvg-wasm', 'pdfmake/build/pdfmake.js'] }
      : {},
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/node',
      emptyOutDir: !cli,
      rolldownOptions: {
        input: cli
          ? { ringfence: 'cli/main.ts' }
          : { server: 'server/main.ts', thread: 'server/exchange/thread.ts' },
        output: {
          entryFileNames: '[name].js',
          ...(cli ? { banner: '#!/usr/bin/env node', codeSplitting: false } : {}),
        },
      },
    },
  }
})
