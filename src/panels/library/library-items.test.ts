import { expect, test } from 'vitest'
import { risksWithoutCut } from '../../core/catalogue/mitigations.ts'
import type { Entry } from '../../core/model/records.ts'
import { EFFECTS } from '../../core/model/terms.ts'
import { cutWords, uncutWords } from './cut-words.ts'
import { DOCUMENTS, FRAMEWORKS, nameReference } from './frameworks.ts'
import { controlsFor, findItems, isUncut, libraryItems } from './library-items.ts'

const entry: Entry = {
  id: 'e1',
  of: 'mitigation',
  title: 'Our own jump host',
  description: '',
  propagation: null,
  effect: null,
  references: ['Policy 7'],
  source: '',
}
const plain = { of: 'risk', query: '', framework: null, narrow: false } as const

test('for 12 of the 49 risks the library has nothing that cuts, and says so', () => {
  const risks = findItems(libraryItems([]), plain)
  expect(risks).toHaveLength(49)
  const uncut = findItems(libraryItems([]), { ...plain, narrow: true })
  expect(uncut).toHaveLength(12)
  expect(uncut.map(({ key }) => key).sort()).toEqual(
    risksWithoutCut()
      .map(({ id }) => id)
      .sort(),
  )
  for (const { propagation } of uncut) {
    expect(propagation === 'raises-likelihood' || propagation === 'dependency').toBe(true)
    if (propagation !== null)
      expect(uncutWords(propagation)).toMatch(/^Nothing in the library cuts this risk\./)
  }
})

test('the controls of a risk are parted into those that cut and those that only rate', () => {
  for (const { category, ...item } of findItems(libraryItems([]), plain)) {
    if (category === null) throw new Error('expected a category')
    const { cutting, rating } = controlsFor(category)
    expect(cutting.length + rating.length).toBe(category.mitigations.length)
    expect(isUncut({ category, ...item })).toBe(cutting.length === 0)
  }
})

test('own entries stand first, are found by what they refer to, and cut nothing unless they say so', () => {
  const found = findItems(libraryItems([entry]), { ...plain, of: 'mitigation', query: 'policy JUMP' })
  expect(found.map(({ key }) => key)).toEqual(['e1'])
  expect(findItems(libraryItems([entry]), { ...plain, of: 'mitigation' })[0]?.own).toBe(entry)
  expect(found[0]).toMatchObject({ effect: 'governs', isVerified: false })
  expect(findItems(libraryItems([entry]), { ...plain, of: 'mitigation', narrow: true })).not.toContain(
    found[0],
  )
})

test('a framework narrows to what refers to it, each with its document', () => {
  for (const framework of FRAMEWORKS) {
    const of = framework === 'euRisks' ? 'risk' : 'mitigation'
    const found = findItems(libraryItems([]), { ...plain, of, framework })
    expect(found.length, framework).toBeGreaterThan(0)
    for (const { references } of found) expect(references[framework]?.length).toBeGreaterThan(0)
    expect(DOCUMENTS[framework].document).not.toBe('')
  }
  expect(DOCUMENTS.ukCoP.document).toContain('v1.0')
  expect(nameReference('euToolbox', 'TM07').title).toContain('software integrity')
  expect(nameReference('enisaScm', 'SO4-022').title).toBeNull()
})

test('what only rates says that it cuts nothing', () => {
  for (const effect of EFFECTS) {
    const isCut = ['removes-risk', 'blocks-propagation', 'contains-node'].includes(effect)
    expect(cutWords(effect).can.startsWith('It cuts nothing.'), effect).toBe(!isCut)
    expect(cutWords(effect).cannot).not.toContain('undefined')
  }
})
