import { concurrently } from 'concurrently'

/** The app with hot reload on PORT (4400), the server that reloads behind it on the next port. */
const port = Number(process.env.PORT ?? 4400)
const api = `http://127.0.0.1:${port + 1}`

console.log(`Ringfence for development: http://127.0.0.1:${port} (server behind it: ${api})`)

const { result } = concurrently(
  [
    {
      name: 'server',
      command: 'tsx watch --clear-screen=false server/main.ts',
      env: { PORT: String(port + 1), HOST: '127.0.0.1' },
      prefixColor: 'cyan',
    },
    {
      name: 'app',
      command: `vite --port ${port} --clearScreen false`,
      env: { RINGFENCE_API: api },
      prefixColor: 'magenta',
    },
  ],
  { killOthersOn: ['failure', 'success'] },
)
await result.catch(() => (process.exitCode = 1))
