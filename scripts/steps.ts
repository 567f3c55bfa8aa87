import { spawnSync } from 'node:child_process'

/** Runs npm scripts one after the other, stops at the first that fails, and says how long each took. */
const times: string[] = []

for (const step of process.argv.slice(2)) {
  console.log(`\n── ${step}`)
  const start = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  times.push(`${status === 0 ? '✔' : '✘'} ${step.padEnd(12)} ${seconds.padStart(6)} s`)
  if (status !== 0) {
    process.exitCode = status ?? 1
    break
  }
}

console.log(`\n${times.join('\n')}`)
