import { benchChecks } from './checks.bench.ts'
import { benchEngine } from './engine.bench.ts'
import { benchExchange } from './exchange.bench.ts'
import { benchModel } from './model.bench.ts'
import { benchPlans } from './plan.bench.ts'
import { benchReview } from './review.bench.ts'
import { benchSync } from './sync.bench.ts'

const PARTS: Readonly<Record<string, (size: number | null) => void | Promise<void>>> = {
  model: () => benchModel(),
  engine: benchEngine,
  plan: benchPlans,
  checks: benchChecks,
  review: benchReview,
  exchange: benchExchange,
  sync: benchSync,
}

const [part, size] = process.argv.slice(2)
const asked = size === undefined ? null : Number(size)
const chosen = part === undefined ? Object.values(PARTS) : [PARTS[part]]
for (const bench of chosen) {
  if (bench === undefined || Number.isNaN(asked))
    throw new Error(`usage: npm run bench -- [${Object.keys(PARTS).join('|')}] [components]`)
  await bench(asked)
}
