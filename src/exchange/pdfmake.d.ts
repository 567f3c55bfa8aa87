/** The part of pdfmake 0.3 that is used. It is one object for the whole program, .. */
declare module 'pdfmake/build/pdfmake.js' {
  type FontStyles = Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>
  type PdfMake = {
    virtualfs: {
      storage: Record<string, unknown>
      writeFileSync(name: string, content: Uint8Array | ArrayBuffer): void
    }
    localAccessPolicy: ((path: string) => boolean) | undefined
    setUrlAccessPolicy(policy: (url: string) => boolean): void
    setFonts(fonts: Record<string, FontStyles>): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: PdfMake
  export default pdfmake
}
