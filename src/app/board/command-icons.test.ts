import { expect, test } from 'vitest'
import { LISTED } from '../../commands/registry.ts'
import { isIconName } from '../../ui/icon.tsx'

test('every command has an icon that exists', () => {
  expect(LISTED.filter(({ icon }) => !isIconName(icon)).map(({ id, icon }) => `${id}: ${icon}`)).toEqual([])
})
