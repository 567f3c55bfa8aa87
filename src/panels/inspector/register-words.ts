import type { Words } from '../../ui/words.ts'

export const BUILD_WORDS = {
  reproducible: { label: 'Reproducible', means: 'Built again from source, this release comes out the same.' },
  partly: { label: 'Partly reproducible', means: 'Parts of this release come out the same, others do not.' },
  'not-reproducible': {
    label: 'Not reproducible',
    means: 'Built again, this release does not come out the same.',
  },
  'not-assessed': { label: 'Not assessed', means: 'Nobody has said. This is no claim either way.' },
} as const satisfies Words

export const STATEMENT_WORDS = {
  assurance: { label: 'Assurance', means: 'What a body says it can assure, in its own words.' },
  finding: { label: 'Finding', means: 'What somebody found and put on record.' },
  incident: { label: 'Incident', means: 'What happened, where and when.' },
  restriction: { label: 'Restriction', means: 'A rule of a jurisdiction, with its source and day.' },
  judgement: { label: 'Judgement', means: 'What somebody makes of it, until a day.' },
} as const satisfies Words
