import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { addProduct } from '../../commands/vendor-register.ts'
import type { Product } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { FieldText } from '../../ui/field-text.tsx'
import { choicesOf } from '../../ui/words.ts'
import { change, orNull, useReadOnly } from './editing.ts'
import { Form, FormButton, useForm } from './form.tsx'
import css from './inspector.module.css'
import { RegisterCard } from './register-card.tsx'
import { EvidenceLines, EvidenceLinks } from './register-evidence.tsx'
import { earliestPart, productRows, supportInWords, unrecorded, withParts } from './register-view.ts'
import { BUILD_WORDS } from './register-words.ts'
import register from './register.module.css'
import { Quiet, Section } from './section.tsx'

const titleOf = ({ name, version }: Pick<Product, 'name' | 'version'>): string =>
  [name || 'Unnamed product', version].filter(Boolean).join(' ')

/** What the vendor delivers, release by release, with what each is made of. */
export function VendorProducts({ vendor }: { vendor: string }) {
  const products = useBoard((board) => board.model.products)
  const rows = productRows(products, vendor)
  return (
    <Section title="Products" count={rows.length}>
      {rows.length === 0 && <Quiet>No product on record.</Quiet>}
      {rows.length > 0 && (
        <ul className={register.cards} aria-label="Products of this vendor">
          {rows.map(({ product, depth }) => (
            <ProductCard key={product.id} product={product} products={products} depth={depth} />
          ))}
        </ul>
      )}
      <Unrecorded vendor={vendor} />
      <NewProduct vendor={vendor} />
    </Section>
  )
}

function ProductCard({
  product,
  products,
  depth,
}: Readonly<{ product: Product; products: readonly Product[]; depth: number }>) {
  const today = useAnalysis(todayOf)
  const support = supportInWords(product.supportEnd, today)
  const part = earliestPart(products, product)
  const whole = products.find(({ id }) => id === product.partOf)
  const name = titleOf(product)
  return (
    <RegisterCard
      kind="products"
      id={product.id}
      name={name}
      depth={depth}
      fields={<ProductFields product={product} products={products} />}
      marks={
        support.passed && (
          <Badge tone="warning" icon="warning">
            Support ended
          </Badge>
        )
      }
    >
      <p className={register.line}>{support.words}</p>
      {part !== null && (
        <p className={register.line}>
          Part {titleOf(part)}: {supportInWords(part.supportEnd, today).words}
        </p>
      )}
      {product.hardware !== null && <p className={register.line}>Hardware {product.hardware}</p>}
      <p className={register.line}>Build: {BUILD_WORDS[product.build].label.toLowerCase()}</p>
      {whole !== undefined && <p className={register.line}>Part of {titleOf(whole)}</p>}
      <EvidenceLinks evidence={product.evidence} />
    </RegisterCard>
  )
}

function ProductFields({ product, products }: Readonly<{ product: Product; products: readonly Product[] }>) {
  const name = titleOf(product)
  const set = (fields: Partial<Omit<Product, 'id'>>, what: string) =>
    change('products', product.id, fields, `Set ${what} of ${name}`)
  const inside = withParts(products, product.id)
  const wholes = products
    .filter(({ id, vendor }) => vendor === product.vendor && !inside.has(id))
    .map((each) => ({ value: each.id, label: titleOf(each) }))
  return (
    <>
      <FieldText
        label="Name"
        value={product.name}
        readOnly={false}
        read={(typed) => typed.trim() || null}
        onCommit={(text) => set({ name: text }, 'name')}
      />
      <FieldText
        label="Version"
        value={product.version ?? ''}
        readOnly={false}
        onCommit={(text) => set({ version: orNull(text) }, 'version')}
      />
      <FieldText
        label="Hardware"
        value={product.hardware ?? ''}
        placeholder="Revision"
        readOnly={false}
        onCommit={(text) => set({ hardware: orNull(text) }, 'hardware')}
      />
      <FieldText
        label="Support end"
        type="date"
        value={product.supportEnd ?? ''}
        readOnly={false}
        onCommit={(text) => set({ supportEnd: orNull(text) }, 'support end')}
      />
      <FieldChoice
        label="Build"
        value={product.build}
        choices={choicesOf(BUILD_WORDS)}
        readOnly={false}
        onChange={(build) => build !== null && set({ build }, 'build')}
      />
      <FieldChoice
        label="Part of"
        value={product.partOf}
        none="Stands alone"
        choices={wholes}
        readOnly={false}
        onChange={(partOf) => set({ partOf }, 'whole')}
      />
      <EvidenceLines
        evidence={product.evidence}
        onChange={(evidence) => set({ evidence: [...evidence] }, 'evidence')}
      />
    </>
  )
}

/** What runs here and nobody has put on record yet. */
function Unrecorded({ vendor }: { vendor: string }) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const deployed = unrecorded(model, vendor)
  if (deployed.length === 0) return null
  return (
    <>
      <Quiet>On the board, and not on record:</Quiet>
      <ul className={register.cards} aria-label="Deployed and not on record">
        {deployed.map(({ product, version, hardware, components }) => {
          const name = [product, version, hardware].filter(Boolean).join(' ')
          return (
            <li key={name} className={register.card}>
              <div className={register.top}>
                <span className={register.name}>{name}</span>
                <span>{components === 1 ? '1 component' : `${components} components`}</span>
                {!readOnly && (
                  <button
                    type="button"
                    className={css.action}
                    aria-label={`Put ${name} on record`}
                    onClick={() =>
                      execute(addProduct, { vendor, product: { name: product ?? '', version, hardware } })
                    }
                  >
                    Put on record
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function NewProduct({ vendor }: { vendor: string }) {
  const readOnly = useReadOnly()
  const form = useForm()
  if (readOnly) return null
  if (!form.open) return <FormButton form={form} label="Record a product" />
  return <ProductForm vendor={vendor} form={form} />
}

function ProductForm({ vendor, form }: Readonly<{ vendor: string; form: ReturnType<typeof useForm> }>) {
  const [name, setName] = useState('')
  const [version, setVersion] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (name === '') return
    execute(addProduct, { vendor, product: { name, version: orNull(version) } })
    form.hide()
  }
  return (
    <Form form={form} label="Record a product" submit={{ label: 'Record', run: submit }}>
      <FieldText
        label="Name"
        value={name}
        warning={asked && name === '' ? 'A product needs a name.' : undefined}
        readOnly={false}
        onCommit={setName}
      />
      <FieldText label="Version" value={version} readOnly={false} onCommit={setVersion} />
    </Form>
  )
}
