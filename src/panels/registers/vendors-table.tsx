import { TextInput } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import { addVendor } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { knownVendors } from '../../core/catalogue/vendors.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ExposingCell } from './exposing-cell.tsx'
import { exposingKey, type VendorRow, vendorRows } from './register-rows.ts'
import type { Column } from './column.ts'
import { nameField } from './fields.ts'
import type { Grouping } from './groups.ts'
import { RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const COLUMNS: readonly Column<VendorRow>[] = [
  {
    id: 'name',
    label: 'Vendor',
    cell: ({ vendor }) => vendor.name,
    sortBy: ({ vendor }) => vendor.name,
    edit: nameField('name', ({ vendor }) => vendor.name),
  },
  {
    id: 'components',
    label: 'Components',
    width: 100,
    cell: ({ components }) => components,
    sortBy: ({ components }) => components,
    greatestFirst: true,
  },
  {
    id: 'products',
    label: 'Products',
    cell: ({ products }) => products || '–',
    sortBy: ({ products }) => products,
  },
  {
    id: 'risks',
    label: 'Risks',
    width: 70,
    cell: ({ risks }) => risks,
    sortBy: ({ risks }) => risks,
    greatestFirst: true,
  },
  {
    id: 'exposes',
    label: 'Through its risks',
    width: 216,
    cell: ({ exposing }) => <ExposingCell exposing={exposing} />,
    sortBy: ({ exposing }) => exposingKey(exposing),
    greatestFirst: true,
  },
  {
    id: 'restricted',
    label: 'Restricted',
    width: 96,
    cell: ({ vendor }) => (vendor.restricted ? 'Yes' : 'No'),
    sortBy: ({ vendor }) => Number(vendor.restricted),
    facet: ({ vendor }) => (vendor.restricted ? 'Yes' : 'No'),
    edit: {
      as: 'choice',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
      read: ({ vendor }) => (vendor.restricted ? 'yes' : 'no'),
      write: (text) => ({ restricted: text === 'yes' }),
      many: true,
    },
    greatestFirst: true,
  },
]

const GROUPINGS: readonly Grouping<VendorRow>[] = [
  { id: 'restricted', label: 'Restricted', of: ({ vendor }) => (vendor.restricted ? 'Yes' : 'No') },
]

const idOf = ({ vendor }: VendorRow): string => vendor.id
const textOf = ({ vendor, products }: VendorRow): string =>
  `${vendor.name} ${products} ${vendor.restricted ? 'restricted' : ''}`

/** The vendors of the board by name: what they supply and which risks are recorded. No rating of anybody. */
export function VendorsTable() {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const editable = useConnection(mayEdit)
  const opened = useView((view) => view.inspected)
  const rows = useMemo(() => vendorRows(model, result), [model, result])
  return (
    <RegisterTable
      kind="vendors"
      name="Vendors"
      rows={rows}
      columns={COLUMNS}
      groupings={GROUPINGS}
      idOf={idOf}
      textOf={textOf}
      initial={{ column: 'name', descending: false }}
      add={editable ? <AddVendor taken={rows.map(({ vendor }) => vendor.name.toLowerCase())} /> : null}
      opened={opened}
      onOpen={(id) => setView({ inspected: id, right: true })}
      empty={
        <EmptyState icon="vendor" title="No vendors yet">
          <p>Name whoever supplies components of this network, then choose them at their components.</p>
        </EmptyState>
      }
    />
  )
}

function AddVendor({ taken }: { taken: readonly string[] }) {
  const [name, setName] = useState('')
  const list = useId()
  const wanted = name.trim()
  const there = taken.includes(wanted.toLowerCase())
  return (
    <form
      className={css.addVendor}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted === '' || there) return
        execute(addVendor, { name: wanted })
        setName('')
      }}
    >
      <TextInput
        size="xs"
        aria-label="Name of a new vendor"
        placeholder="Name of a vendor"
        list={list}
        value={name}
        error={there ? 'Already here' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <datalist id={list}>
        {knownVendors.map((known) => (
          <option key={known.id} value={known.name}>
            {known.name}
          </option>
        ))}
      </datalist>
      <button type="submit" className={css.add}>
        <Icon name="add" size={14} /> Add vendor
      </button>
    </form>
  )
}
