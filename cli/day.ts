import { dayAt, isDay } from '../src/core/model/day.ts'
import { Refusal } from './command.ts'

/** The value of `--date`, today where it is not given. Throws a `Refusal` for what is no day. */
export function dayOf(text: string | undefined): string {
  if (text === undefined) return dayAt(new Date())
  if (!isDay(text)) throw new Refusal(`--date: expected a day like 2027-03-31, found "${text}"`)
  return text
}
