/** Offers a file as a download. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 0)
}

/** Lets the person choose one file; null when the dialog is closed without one. */
export async function pickFile(accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return await new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.click()
  })
}

let ownClipboard = ''

/** The system clipboard, and an own one behind it: browsers refuse theirs without permission or over plain http. */
export async function writeClipboard(text: string): Promise<void> {
  ownClipboard = text
  await navigator.clipboard?.writeText(text).catch(() => undefined)
}

export async function readClipboard(): Promise<string> {
  const text = await navigator.clipboard?.readText().catch(() => '')
  return text === undefined || text === '' ? ownClipboard : text
}
