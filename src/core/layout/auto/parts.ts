import type { Point } from '../../model/records.ts'
import { extentOf, type Home, type Places, spread } from './home.ts'
import { shelves } from './shelves.ts'

/** A home in two parts: what is tied to something in it, and what is not, notes among it. */
export type Parts = Readonly<{ tied: Home; loose: Home; join: (tied: Places) => Places }>

/** `join` puts the loose ones in rows below the tied ones or right of them, whatever makes the better shape. */
export function partsOf(home: Home): Parts {
  const isTied = new Set(home.ties.flatMap(({ from, to }) => [from, to]))
  const tiedOnes = [...home.blocks.keys()].filter((block) => isTied.has(block))
  const looseOnes = [...home.blocks.keys()].filter((block) => !isTied.has(block))
  const place = new Map(tiedOnes.map((block, index) => [block, index]))
  const pick = (ones: readonly number[]) => ones.map((block) => home.blocks[block] as Home['blocks'][number])
  const ties = home.ties.map(({ from, to, ends }) => ({
    from: place.get(from) as number,
    to: place.get(to) as number,
    ends,
  }))
  const tied: Home = { ...home, blocks: pick(tiedOnes), ties }
  const loose: Home = { ...home, blocks: pick(looseOnes), ties: [] }
  const join = (places: Places): Places => {
    const joined: Point[] = []
    tiedOnes.forEach((block, index) => (joined[block] = places[index] as Point))
    const [rest, shift] = besides(tied, places, loose)
    looseOnes.forEach((block, index) => {
      const [x, y] = rest[index] as Point
      joined[block] = [x + shift[0], y + shift[1]]
    })
    return joined
  }
  return { tied, loose, join }
}

function besides(tied: Home, places: Places, loose: Home): [Places, Point] {
  if (tied.blocks.length === 0) return [shelves(loose), [0, 0]]
  if (loose.blocks.length === 0) return [[], [0, 0]]
  const [width, height] = extentOf(tied.blocks, places)
  const below = shelves(loose, width)
  const belowSize = extentOf(loose.blocks, below)
  const aside = shelves(loose)
  const asideSize = extentOf(loose.blocks, aside)
  const [right, down] = [width + loose.gap[0], height + loose.gap[1]]
  const ifBelow = spread([Math.max(width, belowSize[0]), down + belowSize[1]])
  const ifAside = spread([right + asideSize[0], Math.max(height, asideSize[1])])
  return ifBelow <= ifAside ? [below, [0, down]] : [aside, [right, 0]]
}
