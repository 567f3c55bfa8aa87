import { isDay } from '../src/core/model/day.ts'
import { Refusal } from './command.ts'

/** The calendar day here and now. */
function today(): string {
  const now = new Date()
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

/** The value of `--date`, today where it is not given. Throws a `Refusal` for what is no day. */
export function dayOf(text: string | undefined): string {
  if (text === undefined) return today()
  if (!isDay(text)) throw new Refusal(`--date: expected a day like 2027-03-31, found "${text}"`)
  return text
}
