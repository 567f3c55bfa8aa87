import { type ComponentProps, Suspense } from 'react'
import { late } from '../../ui/late.ts'

const CoverBadge = late(async () => ({ default: (await import('./cover-badge.tsx')).CoverBadge }))

/** Loaded in the mode of coverage alone. */
export const LateCoverBadge = (props: ComponentProps<typeof CoverBadge>) => (
  <Suspense>
    <CoverBadge {...props} />
  </Suspense>
)
