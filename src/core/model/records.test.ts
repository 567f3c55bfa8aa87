import { expect, test } from 'vitest'
import { emptyModel, KINDS } from './records.ts'
import { metaSchema, recordSchemas } from './schemas.ts'

test('[MO2] an empty model holds the defaults of the schema', () => {
  expect(emptyModel('One').meta).toEqual(metaSchema.parse({ title: 'One' }))
})

test('every kind has a schema, in the order of a file', () => {
  expect(Object.keys(recordSchemas)).toEqual([...KINDS])
})
