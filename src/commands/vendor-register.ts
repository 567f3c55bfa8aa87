import type { Editor } from '../collab/doc/board-doc.ts'
import type { Model, Product, Statement } from '../core/model/records.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'

type Given<T> = Partial<Omit<T, 'id' | 'vendor'>>

const BLANK_PRODUCT: Omit<Product, 'id' | 'vendor'> = {
  name: '',
  version: null,
  hardware: null,
  partOf: null,
  supportEnd: null,
  build: 'not-assessed',
  evidence: [],
}

const BLANK_STATEMENT: Omit<Statement, 'id' | 'vendor'> = {
  product: null,
  kind: 'finding',
  title: '',
  wording: '',
  body: '',
  date: null,
  until: null,
  scope: '',
  version: null,
  hardware: null,
  jurisdiction: null,
  author: '',
  reply: '',
  replied: null,
  evidence: [],
}

/** Puts a product of a vendor on record; nothing about it is assumed that is not given. */
export const addProduct: Command<{ vendor: string; product: Given<Product> & { name: string } }> = command({
  id: 'product.add',
  label: 'Record a product',
  icon: 'add',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { vendor, product }) =>
    edit(`Record product ${product.name}`, (editor) =>
      editor.create('products', { ...BLANK_PRODUCT, ...product, id: newId('products'), vendor }),
    ),
})

/** A judgement is somebody's, of a day, and for a time: without all three it is not taken. */
export const isWholeJudgement = ({ author, date, until }: Given<Statement>): boolean =>
  (author ?? '').trim() !== '' && isDay(date) && isDay(until) && (date as string) <= (until as string)

const isDay = (day: string | null | undefined): boolean => (day ?? '') !== ''

/** Why these fields cannot be written over those of a statement, in words; null where they can. */
export function refusalOf(statement: Statement, fields: Given<Statement>): string | null {
  const { kind, date, until } = { ...statement, ...fields }
  const isTurned = isDay(date) && isDay(until) && (date as string) > (until as string)
  if (kind !== 'judgement' || !isTurned) return null
  return `It would lapse on ${until}, before its date, ${date}: not changed.`
}

/** Changes fields of a statement. Throws where a judgement would lapse before its date. */
export const editStatement: Command<{ statement: Statement; fields: Given<Statement>; label: string }> =
  command({
    id: 'statement.edit',
    label: 'Edit a statement',
    icon: 'edit',
    group: 'edit',
    role: 'editor',
    run: ({ edit }, { statement, fields, label }) => {
      const refusal = refusalOf(statement, fields)
      if (refusal !== null) throw new Error(refusal)
      edit(label, (editor) => editor.set('statements', statement.id, fields))
    },
  })

/** Puts a statement about a vendor on record. Throws where a judgement lacks author, date or end. */
export const addStatement: Command<{ vendor: string; statement: Given<Statement> & { title: string } }> =
  command({
    id: 'statement.add',
    label: 'Record a statement',
    icon: 'add',
    group: 'create',
    role: 'editor',
    run: ({ edit }, { vendor, statement }) => {
      if (statement.kind === 'judgement' && !isWholeJudgement(statement))
        throw new Error('A judgement needs its author, its date, and a day on which it lapses.')
      edit(`Record ${statement.kind ?? 'finding'}: ${statement.title}`, (editor) =>
        editor.create('statements', { ...BLANK_STATEMENT, ...statement, id: newId('statements'), vendor }),
      )
    },
  })

/** Deletes a product or a statement, as one step. Parts move to what the product was part of; statements stay, about the vendor. */
export const removeFromRegister: Command<{ kind: 'products' | 'statements'; id: string; name: string }> =
  command({
    id: 'vendor-register.remove',
    label: 'Delete from the register',
    icon: 'delete',
    group: 'edit',
    role: 'editor',
    run: ({ edit, model }, { kind, id, name }) =>
      edit(`Delete ${name}`, (editor) => {
        editor.remove(kind, id)
        if (kind === 'products') releaseProduct(model, id, editor)
      }),
  })

function releaseProduct(model: Model, id: string, editor: Editor): void {
  const partOf = model.products.find((product) => product.id === id)?.partOf ?? null
  for (const part of model.products) if (part.partOf === id) editor.set('products', part.id, { partOf })
  for (const each of model.statements)
    if (each.product === id) editor.set('statements', each.id, { product: null })
}
