import { Badge } from './badge.tsx'

/** The mark of a mitigation without which exposures would appear or worsen; `opens` says how many, at least 1. */
export function LoadBearing({ opens }: { opens: number }) {
  const words = `Without it ${opens} ${opens === 1 ? 'exposure' : 'exposures'} would appear or worsen`
  return (
    <Badge icon="load-bearing" title={words}>
      <span aria-hidden>bears {opens}</span>
      <span className="rf-visually-hidden">{words}</span>
    </Badge>
  )
}
