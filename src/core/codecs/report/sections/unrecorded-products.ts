import { componentName } from '../../../analysis/naming.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import type { Component } from '../../../model/records.ts'
import { listed } from '../../registers/register.ts'
import { type Block, column, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'

/** Nothing where all products that components name are on record. `groups`: the components that name each of the others. */
export function unrecordedTable(groups: readonly (readonly Component[])[], { name }: Grounds): Block[] {
  const rows = groups
    .flatMap((group) => {
      const [first] = group
      return first === undefined
        ? []
        : [[name(first.vendor), first.product, first.version, listed(group.map(componentName))]]
    })
    .toSorted((a, b) => compareCodeUnits(JSON.stringify(a), JSON.stringify(b)))
  if (rows.length === 0) return []
  return [
    table(
      'Products that components name and that are not on record',
      [column('Vendor', 24), column('Product', 24), column('Version', 12), column('Components', 40)],
      rows,
    ),
  ]
}
