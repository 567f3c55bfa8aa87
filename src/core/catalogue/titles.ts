import data from './data/titles.json' with { type: 'json' }
import { lookupTitle } from './lazy.ts'

/**
 * What risk categories, controls and interfaces are called, without all else that is known of them: boards and lists name
 * many, and few are ever opened.
 * `data/titles.json` is derived from the records; a test holds it to them.
 */
export const categoryTitle = lookupTitle(data.risks)
export const controlTitle = lookupTitle(data.mitigations)
export const interfaceTitle = lookupTitle(data.interfaces)
