import { dayAt } from '../core/model/day.ts'

/** The calendar day here and now, `YYYY-MM-DD`. */
export const today = (now: Date = new Date()): string => dayAt(now)
