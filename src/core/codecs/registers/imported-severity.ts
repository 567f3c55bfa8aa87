import type { Threat } from '../../model/records.ts'
import { foreignOf } from '../extension.ts'
import { fieldsIn, numberIn, wordIn } from '../loose.ts'

/**
 * How severe the tool called a threat that it came from, in its own words: the model rates exposures, and threats not at all.
 * Null where it did not say, or where what it said is not kept with the threat.
 */
export function importedSeverity(threat: Threat): string | null {
  const dragon = wordIn(fieldsIn(foreignOf(threat, 'threat-dragon')['data'])['severity'])
  if (dragon !== '') return dragon === UNRATED ? null : dragon
  const threagile = wordIn(foreignOf(threat, 'threagile')['severity'])
  if (threagile !== '') return threagile
  const risk = fieldsIn(fieldsIn(foreignOf(threat, 'otm')['data'])['risk'])
  const [likelihood, impact] = [numberIn(risk['likelihood']), numberIn(risk['impact'])]
  return likelihood === null || impact === null ? null : `Likelihood ${likelihood}, impact ${impact}`
}

/** What Threat Dragon has where nobody has rated a threat. */
const UNRATED = 'TBD'
