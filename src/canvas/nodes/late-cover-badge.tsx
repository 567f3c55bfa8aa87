import { type ComponentProps, lazy, Suspense } from 'react'

const CoverBadge = lazy(async () => ({ default: (await import('./cover-badge.tsx')).CoverBadge }))

/** Loaded in the mode of coverage alone. */
export const LateCoverBadge = (props: ComponentProps<typeof CoverBadge>) => (
  <Suspense>
    <CoverBadge {...props} />
  </Suspense>
)
