import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env.RINGFENCE_API ?? 'http://127.0.0.1:4400'

/** Lists the parts of the app in later.json, for src/app/board/stock-up.ts. The solver is too much to fetch on suspicion. */
const listParts = (): Plugin => ({
  name: 'list-parts',
  apply: 'build',
  generateBundle(_options, bundle) {
    const parts = Object.values(bundle)
      .filter(({ type, fileName }) => type === 'chunk' || fileName.endsWith('.css'))
      .map(({ fileName }) => fileName)
      .filter((fileName) => !fileName.includes('highs'))
    this.emitFile({ type: 'asset', fileName: 'later.json', source: JSON.stringify(parts.sort()) })
  },
})

/** The browser app. `npm run dev` sets RINGFENCE_API to the server that it starts beside it. */
export default defineConfig({
  plugins: [react(), listParts()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every board loads anyway, in one file: panels that come later would have it split into dozens. What only
          // these panels do is left out.
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?:react|react-dom|scheduler|zustand)\/|src\/(?:state(?!\/(?:register-|review-scope|threat-store|use-answer|use-trial-counts|day-words|moved-day|supposed))|commands(?!\/(?:threads|decide-threats|own-threats|sign-off|vendor-register|library|checks|homes|move-board|exchange|import-here)))\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // The solver finds its WebAssembly beside its script, where pre-bundling would not leave it.
  optimizeDeps: { entries: ['index.html'], exclude: ['highs'] },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    // Objects, since a bare address would rewrite the Host header, and with it break the server's origin check.
    proxy: {
      '/api': { target: api },
      '/healthz': { target: api },
      '/sync': { target: api, ws: true },
    },
  },
})
