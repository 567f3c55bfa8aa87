import { parseArgs } from 'node:util'
import { BackupError, makeBackup } from '../server/backup/backup.ts'
import { type Command, DONE, Refusal } from './command.ts'
import { dataDir } from './data-dir.ts'
import { some } from './summary.ts'

const HELP = `Usage: ringfence backup DIR

Writes a copy of all boards into DIR, also while the server runs. The file is named after the time (UTC), and appears
when it is whole, checked and on the disk. It holds no keys, only their hashes; keep it as private as the boards.

Options:
  --help               print this

Environment:
  DATA_DIR             folder of the server's database, default ./data

Exit status: 0 it is made; 2 it is not.
`

export const backupCommand: Command = {
  name: 'backup',
  summary: 'copy all boards into a folder, while the server runs',
  help: HELP,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [dir, ...others] = positionals
    if (dir === undefined || others.length > 0) throw new Refusal('expected one folder')
    const { file, boards } = await refusing(async () => makeBackup(dataDir(), dir))
    process.stdout.write(`${file}: ${some(boards, 'board')}\n`)
    return DONE
  },
}

/** Says in words what went wrong with files and databases. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupError || (error instanceof Error && 'code' in error))
      throw new Refusal(error.message)
    throw error
  }
}
