/** A title as a file name that every system takes, with this extension. */
export function fileName(title: string, extension: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    // Of a letter that was cut in two.
    .replace(/\p{Cs}/gu, '')
    .replace(/^-+|-+$/g, '')
  return `${plain === '' ? 'board' : plain}${extension}`
}

/** What a file is called, without its folder and its extensions, as a title for what is in it. */
export const titleOf = (name: string): string =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/(?:\.[A-Za-z][A-Za-z0-9-]{0,15}){1,2}$/, '')
    .trim()
