/**
 * Text as it may be printed. What no document can hold, or what would have a reader see letters in another order than they are,
 * shows as a replacement character: a name must not pass for another one.
 */
export const printable = (text: string): string =>
  UNSEEN.test(text) ? text.replace(/\r\n?/g, '\n').replace(UNSEEN_ALL, '\uFFFD') : text

// Control characters but tab and newline, halves of pairs, bidirectional overrides and isolates, noncharacters.
const RANGE =
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF\\p{Surrogate}]'
const UNSEEN = new RegExp(RANGE, 'u')
const UNSEEN_ALL = new RegExp(RANGE, 'gu')
