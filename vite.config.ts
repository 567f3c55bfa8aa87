import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.RINGFENCE_API ?? 'http://127.0.0.1:4400'

/** The browser app. `npm run dev` sets RINGFENCE_API to the server that it starts beside it. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every board loads anyway, in one file: panels that come later would have it split into dozens.
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?:react|react-dom|scheduler|zustand)\/|src\/(?:state|commands)\//,
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
