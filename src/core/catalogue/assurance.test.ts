import { describe, expect, test } from 'vitest'
import { assuranceDocuments, documentsFor } from './assurance.ts'
import { frameworks } from './frameworks.ts'
import { functionDetails } from './function-details.ts'
import { functionById } from './functions.ts'

const find = (id: string) => assuranceDocuments().find((document) => document.id === id)

describe('assurance documents', () => {
  test('are all of both lists, each with its source and how far it was looked up', () => {
    expect(assuranceDocuments()).toHaveLength(frameworks.scas.items.length + frameworks.nesas.items.length)
    expect(find('TS 33.512')).toMatchObject({ scheme: 'SCAS', about: 'AMF', seen: true })
    expect(find('TS 33.518')).toMatchObject({ about: 'NRF', seen: false })
    expect(find('FS.16')).toMatchObject({
      scheme: 'NESAS',
      seen: true,
      url: expect.stringMatching(/^https:/),
    })
    for (const { source, about } of assuranceDocuments()) expect([source, about]).not.toContain('')
  })

  test('concern the functions that name them, and those that their class is called by', () => {
    for (const { id, scas } of functionDetails)
      if (scas !== undefined) expect(documentsFor(id).map((document) => document.id)).toEqual([scas])
    const byClass = assuranceDocuments().flatMap(({ about, functions }) =>
      functions
        .filter((id) => functionDetails.find((details) => details.id === id)?.scas === undefined)
        .map((id) => [id, about]),
    )
    expect(byClass).toEqual([
      ['pcf', 'PCF'],
      ['smsf', 'SMSF'],
      ['udr', 'UDR'],
      ['aanf', 'AAnF'],
    ])
    for (const [id, about] of byClass) expect(functionById(id ?? null)?.name).toBe(about)
  })

  test('that are for no single function concern none, and nothing is made up for one without', () => {
    for (const id of ['TS 33.117', 'TS 33.501', 'TR 33.926', 'FS.13']) expect(find(id)?.functions).toEqual([])
    expect(documentsFor('jump-host')).toEqual([])
  })

  test('are named by mitigations where these say so', () => {
    expect(find('FS.16')?.controls).toContain('mit-nesas')
    expect(find('FS.50')?.controls).toEqual([])
  })
})
