import { planLayout } from '../layout/auto/plan.ts'
import type { Model } from '../model/records.ts'
import type { Imported } from './codec.ts'
import { functionsOf, type Mapping, withFunctions } from './guess.ts'

const NOBODY_SAID: Mapping = new Map()

/** The model of a file, each foreign element with the network function that somebody said it is, or that its name says. */
export const withNames = ({ model, foreign }: Imported, said = NOBODY_SAID): Model =>
  withFunctions(model, functionsOf(foreign, said))

/** The same with a place for everything, where the file says none. */
export const laidOut = (imported: Imported, said = NOBODY_SAID): Model =>
  imported.placed ? withNames(imported, said) : planLayout(withNames(imported, said))
