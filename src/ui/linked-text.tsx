import { Fragment } from 'react'

const ADDRESS = /https?:\/\/[^\s<>"']+/g
/** What ends a sentence rather than an address. */
const TRAILING = '.,;:!?)]}'

type Part = Readonly<{ text: string; href: string | null }>

/** A text cut into words and web addresses. Only http and https make a link, whatever else somebody wrote. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0])
    if (!URL.canParse(address)) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null })
    parts.push({ text: address, href: address })
    end = match.index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null })
  return parts
}

/** By hand: an expression that ends in `$` would look through a long run of brackets once for each of them. */
function withoutTrailing(address: string): string {
  let end = address.length
  while (end > 0 && TRAILING.includes(address.charAt(end - 1))) end--
  return address.slice(0, end)
}

/** Somebody's words as they typed them: never markup, with web addresses to follow. */
export function LinkedText({ text }: { text: string }) {
  return partsOf(text).map(({ text: words, href }, index) =>
    href === null ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of a text have no other name than their place
      <Fragment key={index}>{words}</Fragment>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- as above
      <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ),
  )
}
