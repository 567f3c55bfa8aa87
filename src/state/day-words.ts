/** `1 Mar 2027`, of a calendar day `YYYY-MM-DD`. */
export const dayInWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** What stands first wherever the board is shown moved to a day, so that nobody takes it for today's. */
export const asPlannedOn = (day: string): string => `As planned on ${dayInWords(day)}`

/** Words about the board, with the day that it is moved to; null is today. */
export const onDay = (words: string, day: string | null): string =>
  day === null ? words : `${words}, as planned on ${dayInWords(day)}`
