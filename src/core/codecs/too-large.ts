import { READ_LIMITS } from './limits.ts'

/** Ends a reader where its file would become more than a board may be; `readAny` refuses the file in these words. */
export class TooLarge extends Error {}

export const tooManyRecords = (): TooLarge =>
  new TooLarge(`would become a board of more than ${READ_LIMITS.records} records; bring it in in parts`)

export const tooMuchText = (): TooLarge =>
  new TooLarge(`would become a board, or a report of it, of more than ${READ_LIMITS.text} characters`)
