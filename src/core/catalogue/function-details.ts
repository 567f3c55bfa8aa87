import data from './data/function-details.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { FunctionDetails } from './types.ts'

// Every board loads the functions themselves: import this module only where one is looked at.

/** The details of every network function, in catalogue order. */
export const functionDetails = data as readonly FunctionDetails[]

/** The details of the function of that id. */
export const functionDetailsById = lookupById(functionDetails)
