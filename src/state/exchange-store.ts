import { create } from 'zustand'
import { FORMATS } from '../core/codecs/formats.ts'
import { type OutputId, type PictureChoice, WHOLE_BOARD } from '../core/codecs/outputs.ts'
import { SECTION_IDS, type SectionId } from '../core/codecs/report/document.ts'

/** What this person wants to bring in, while the dialog about it is open, and to hand out, as it was chosen last. */
type ExchangeState = Readonly<
  {
    file: File | null
    /** Counts the files that were chosen: two may have the same name. */
    opening: number
    output: OutputId
    sections: ReadonlySet<SectionId>
  } & Pick<PictureChoice, 'theme' | 'legend' | 'scale'>
>

export const useExchange = create<ExchangeState>()(() => ({
  file: null,
  opening: 0,
  output: 'ringfence',
  sections: new Set(SECTION_IDS),
  theme: WHOLE_BOARD.theme,
  legend: WHOLE_BOARD.legend,
  scale: WHOLE_BOARD.scale,
}))

/** What a file chooser offers: the last part of every extension of a format that is read. */
export const ACCEPTED_FILES = [
  ...new Set([
    ...FORMATS.filter(({ reads }) => reads).map(({ extension }) => `.${extension.split('.').at(-1)}`),
    '.yml',
    '.xml',
    '.zip',
  ]),
].join(',')
