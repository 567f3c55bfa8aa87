import { parseArgs } from 'node:util'
import { restoreBackup } from '../server/backup/restore.ts'
import { refusing } from './backup.ts'
import { type Command, DONE, Refusal } from './command.ts'
import { dataDir } from './data-dir.ts'

const HELP = `Usage: ringfence restore DIR [--board ID]

Brings boards back to the newest backup in DIR (or to the backup DIR, where that is a file), also while the server runs:
- a board that is gone comes back whole, with its links;
- a board that exists is changed to what the backup holds. What came after it is deleted as a person would delete it,
  edits that people make meanwhile are merged, and whoever is connected sees it within seconds.

Options:
  --board ID           this board only
  --help               print this

Environment:
  DATA_DIR             folder of the server's database, default ./data

Exit status: 0 it is done; 2 it is not.
`

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'bring boards back from a backup, while the server runs',
  help: HELP,
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { board: { type: 'string' } },
    })
    const [dir, ...others] = positionals
    if (dir === undefined || others.length > 0) throw new Refusal('expected one folder or backup')
    const restored = await refusing(() => restoreBackup(dataDir(), dir, values.board ?? null))
    process.stdout.write(restored.map(({ board, what }) => `${board}: ${what}\n`).join(''))
    return DONE
  },
}
