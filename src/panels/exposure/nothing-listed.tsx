import { recordRisk } from '../../commands/create.ts'
import type { Scenario } from '../../core/model/terms.ts'
import { formatKeys } from '../../commands/keys.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SCENARIO_WORDS } from '../../ui/words.ts'
import { useSupposed } from '../../state/supposed.ts'
import type { Nothing } from './exposure-rows.ts'

/** What an empty list means, said so that nobody takes it for more. */
export function NothingListed(props: { why: Nothing; risks: number; scenario: Scenario }) {
  const { why, risks, scenario } = props
  const supposed = useSupposed()
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
          icon={supposed?.icon ?? 'check'}
          title={`${supposed === null ? 'No' : `${supposed.words}, no`} critical function is taken or reached`}
        >
          <p>
            {supposed !== null && 'It is not how the board stands. '}That holds for{' '}
            {risks === 1 ? 'the one risk' : `the ${risks} risks`} recorded here, in the{' '}
            {SCENARIO_WORDS[scenario].label.toLowerCase()} scenario. {SCENARIO_WORDS[scenario].means} It does
            not show that the network is secure: risks that nobody has recorded are not in it.
          </p>
        </EmptyState>
      )
  }
}

/** What stands in place of rows, while one that is gone is still chosen or a filter lets nothing through. */
export function NoRow({ isFiltered }: { isFiltered: boolean }) {
  const supposed = useSupposed()
  const gone =
    supposed === null ? 'Nothing is exposed any more' : `${supposed.words}, nothing is exposed any more`
  return <EmptyState icon="search" title={isFiltered ? 'No exposure matches the filter' : gone} />
}
