import { TooLarge } from '../src/core/analysis/limits.ts'
import { analyseCommand } from './analyse.ts'
import { backupCommand } from './backup.ts'
import { type Command, DONE, type ExitStatus, REFUSED, Refusal } from './command.ts'
import { convertCommand } from './convert.ts'
import { renderCommand } from './render.ts'
import { reportCommand } from './report.ts'
import { diffCommand } from './diff.ts'
import { restoreCommand } from './restore.ts'
import { plain } from './summary.ts'
import { validateCommand } from './validate.ts'

const COMMANDS: readonly Command[] = [
  analyseCommand,
  validateCommand,
  diffCommand,
  convertCommand,
  renderCommand,
  reportCommand,
  backupCommand,
  restoreCommand,
]

const HELP = `Usage: ringfence COMMAND …

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

\`ringfence COMMAND --help\` says more about one of them.
`

async function main([name, ...args]: readonly string[]): Promise<ExitStatus> {
  if (name === '--help' || name === '-h') return print(HELP)
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    throw new Refusal(
      name === undefined ? 'expected a command' : `no command "${name}"`,
      'see: ringfence --help',
    )
  }
  if (args.includes('--help') || args.includes('-h')) return print(command.help)
  return command.run(args)
}

function print(text: string): ExitStatus {
  process.stdout.write(text)
  return DONE
}

/** `parseArgs` throws plain errors with codes of this kind for options that it does not take. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/** Lines may quote what stands in a file, so they are cleaned as what goes to standard output is. */
const report = (lines: readonly string[]) =>
  process.stderr.write(lines.map((line) => `ringfence: ${plain(line)}\n`).join(''))

// Whoever reads the output may stop early, as in `ringfence … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  report([`the output cannot be written (${error.message})`])
  process.exit(REFUSED)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof TooLarge) && !isMisuse(error)) throw error
  report(error instanceof Refusal ? error.lines : [error.message])
  process.exitCode = REFUSED
}
