/** An answer with more rows than this would fill a machine's memory before anybody read it. */
export const MOST_ROWS = 5_000_000

/** As many exposures as a list on a page can hold; a real network of 10,000 components has some thousands. */
export const MOST_EXPOSURES_SHOWN = 100_000

const WORDS = {
  instances: {
    are: 'places at which a risk applies',
    instead: 'Record risks on the products that have them, not on a vendor as a whole.',
  },
  exposures: {
    are: 'exposures',
    instead: 'Mark fewer functions critical, or record risks on fewer products.',
  },
  steps: {
    are: 'hops on the paths to critical functions',
    instead: 'Mark fewer functions critical, or record risks on fewer products.',
  },
} as const

/** The answer to a model would be out of all proportion. The message is for a person. */
export class TooLarge extends Error {
  readonly of: keyof typeof WORDS

  constructor(of: keyof typeof WORDS, most: number) {
    const { are, instead } = WORDS[of]
    super(`This board has more than ${most.toLocaleString('en')} ${are}, too many to analyse. ${instead}`)
    this.name = 'TooLarge'
    this.of = of
  }
}

/** To be called before memory is taken for so many. */
export function holdWithin(of: TooLarge['of'], count: number, most = MOST_ROWS): void {
  if (count > most) throw new TooLarge(of, most)
}
