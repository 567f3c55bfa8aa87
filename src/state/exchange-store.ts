import { create } from 'zustand'
import { FORMATS } from '../core/codecs/formats.ts'
import type { OutputId } from '../core/codecs/outputs.ts'

/** What this person wants to bring in, while the dialog about it is open, and to hand out when that dialog opens. */
export type ExchangeState = Readonly<{ file: File | null; output: OutputId }>

export const useExchange = create<ExchangeState>()(() => ({ file: null, output: 'ringfence' }))

/** What a file chooser offers: the last part of every extension of a format that is read. */
export const ACCEPTED_FILES = [
  ...new Set([
    ...FORMATS.filter(({ reads }) => reads).map(({ extension }) => `.${extension.split('.').at(-1)}`),
    '.yml',
    '.xml',
  ]),
].join(',')
