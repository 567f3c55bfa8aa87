import { compose } from '../board.ts'
import { components, vendors } from './components.ts'
import { links } from './links.ts'
import { plan } from './plan.ts'
import { mitigations, risks } from './risks.ts'

/** Ardmouth Mobile, an invented operator, with findings of the kind that a vendor's engineering review brings up. */
export const operator = () =>
  compose(
    {
      title: 'Operator 5G SA, 2018 assurance case',
      description:
        'Ardmouth Mobile and its five vendors are invented; the findings are of the kind that the 2018 reviews of vendor engineering made known. One update channel leads past every check into the core.',
      jurisdiction: 'UK',
      vendors,
      components,
      links,
      risks,
      mitigations,
    },
    plan,
  )
