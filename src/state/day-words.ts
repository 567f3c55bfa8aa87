/** What stands first wherever the board is shown moved to a day, so that nobody takes it for today's. */
export const asPlannedOn = (day: string): string => `As planned on ${day}`

/** Words about the board, with the day that it is moved to; null is today. */
export const onDay = (words: string, day: string | null): string =>
  day === null ? words : `${words}, as planned on ${day}`
