import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFiles } from '../fonts.ts'

const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(file)))

export const FONTS: FontFiles = {
  regular: bytesOf('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
  medium: bytesOf('pdfmake/fonts/Roboto/Roboto-Medium.ttf'),
}

export const WASM = bytesOf('@resvg/resvg-wasm/index_bg.wasm')
