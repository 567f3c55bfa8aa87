import { startServer } from './app.ts'
import { ConfigError, readConfig } from './config.ts'

try {
  const { url, close } = await startServer(readConfig(process.env))
  console.log(`Ringfence is at ${url}`)
  let closing = false
  const stop = async () => {
    if (closing) return
    closing = true
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // npm passes no SIGTERM on: whoever stops `npm start` would leave a server behind that keeps the port.
  if (process.env.npm_lifecycle_event === 'start') {
    const { ppid } = process
    setInterval(() => process.ppid !== ppid && void stop(), 500).unref()
  }
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `Ringfence cannot start: ${(error as Error).message}`,
  )
  process.exit(1)
}
