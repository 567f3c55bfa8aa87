import { Refusal } from './command.ts'

/** The calendar day here and now. */
export function today(): string {
  const now = new Date()
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

/** The value of `--date`. */
export function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)
  if (!isDay) throw new Refusal(`--date: expected a day like 2027-03-31, found "${text}"`)
  return text
}
