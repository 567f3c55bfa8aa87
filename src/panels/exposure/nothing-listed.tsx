import { recordRisk } from '../../commands/create.ts'
import type { Scenario } from '../../core/model/terms.ts'
import { formatKeys } from '../../commands/keys.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SCENARIO_WORDS } from '../../ui/words.ts'
import type { Nothing } from './exposure-rows.ts'

/** What an empty list means, said so that nobody takes it for more. `isTried`: it is empty with what is tried out. */
export function NothingListed(props: { why: Nothing; risks: number; scenario: Scenario; isTried: boolean }) {
  const { why, risks, scenario, isTried } = props
  switch (why) {
    case 'no-components':
      return (
        <EmptyState icon="exposure" title="Nothing on the board yet">
          <p>
            Put components on the board, join them by interfaces and record a risk: its ways are listed here.
          </p>
        </EmptyState>
      )
    case 'no-targets':
      return (
        <EmptyState icon="critical" title="No critical function on the board">
          <p>
            Exposures end at critical functions. Add one, or say in the inspector that a component is
            critical; until then no risk can show where it leads.
          </p>
        </EmptyState>
      )
    case 'no-risks':
      return (
        <EmptyState icon="risk" title="No risks recorded yet">
          <p>
            Select a component and press {formatKeys(recordRisk.keys)}, or record a risk of a vendor in the
            table of vendors. An empty list says nothing about the network.
          </p>
        </EmptyState>
      )
    case 'nothing-exposed':
      return (
        <EmptyState
          icon={isTried ? 'what-if' : 'check'}
          title={`${isTried ? 'With what is tried, no' : 'No'} critical function is taken or reached`}
        >
          <p>
            {isTried && 'It is not how the board stands. '}That holds for{' '}
            {risks === 1 ? 'the one risk' : `the ${risks} risks`} recorded here, in the{' '}
            {SCENARIO_WORDS[scenario].label.toLowerCase()} scenario. {SCENARIO_WORDS[scenario].means} It does
            not show that the network is secure: risks that nobody has recorded are not in it.
          </p>
        </EmptyState>
      )
  }
}
