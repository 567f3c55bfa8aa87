import { resolve } from 'node:path'

/** The folder of the server's database, found as the server finds it. */
export const dataDir = (): string => resolve(process.env.DATA_DIR || 'data')
