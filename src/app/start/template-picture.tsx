import { useMemo } from 'react'
import { COMPONENT_SIZE } from '../../core/layout/geometry.ts'
import { indexById } from '../../core/model/lookup.ts'
import { normalise } from '../../core/model/normalise.ts'
import type { Model, Point } from '../../core/model/records.ts'

const MARGIN = 8

type Box = Readonly<{ id: string; at: Point; size: Point }>

/** A small picture of a board: where its segments, components and links are. */
export function TemplatePicture({ model }: { model: Model }) {
  const { segments, components, links, view } = useMemo(() => boxesOf(normalise(model).model), [model])
  const centres = new Map(
    components.map(({ id, at, size }) => [id, [at[0] + size[0] / 2, at[1] + size[1] / 2] as const]),
  )
  return (
    <svg viewBox={view} aria-hidden preserveAspectRatio="xMidYMid meet">
      {segments.map(({ id, at, size }) => (
        <rect
          key={id}
          x={at[0]}
          y={at[1]}
          width={size[0]}
          height={size[1]}
          rx={14}
          fill="var(--rf-risk-0)"
          fillOpacity={0.45}
          stroke="var(--rf-node-line)"
          strokeWidth={4}
        />
      ))}
      {links.map(({ id, from, to }) => {
        const [a, b] = [centres.get(from ?? ''), centres.get(to ?? '')]
        return a === undefined || b === undefined ? null : (
          <line
            key={id}
            x1={a[0]}
            y1={a[1]}
            x2={b[0]}
            y2={b[1]}
            stroke="var(--rf-link)"
            strokeWidth={4}
            strokeOpacity={0.5}
          />
        )
      })}
      {components.map(({ id, at, size }) => (
        <rect
          key={id}
          x={at[0]}
          y={at[1]}
          width={size[0]}
          height={size[1]}
          rx={10}
          fill="var(--rf-focus)"
          fillOpacity={0.75}
        />
      ))}
    </svg>
  )
}

function boxesOf(model: Model) {
  const segmentById = indexById(model.segments)
  const absolute = (pos: Point, home: string | null): Point => {
    let [x, y] = pos
    for (let at = home; at !== null; ) {
      const segment = segmentById.get(at)
      if (segment === undefined) break
      x += segment.pos[0]
      y += segment.pos[1]
      at = segment.parent
    }
    return [x, y]
  }
  const segments: Box[] = model.segments.map(({ id, pos, parent, size }) => ({
    id,
    at: absolute(pos, parent),
    size,
  }))
  const components: Box[] = model.components.map(({ id, pos, segment }) => ({
    id,
    at: absolute(pos, segment),
    size: COMPONENT_SIZE,
  }))
  const all = [...segments, ...components]
  // Room for the lines at the edge, which would be cut in half otherwise.
  const left = Math.min(0, ...all.map(({ at }) => at[0])) - MARGIN
  const top = Math.min(0, ...all.map(({ at }) => at[1])) - MARGIN
  const right = Math.max(400, ...all.map(({ at, size }) => at[0] + size[0])) + MARGIN
  const bottom = Math.max(240, ...all.map(({ at, size }) => at[1] + size[1])) + MARGIN
  return { segments, components, links: model.links, view: `${left} ${top} ${right - left} ${bottom - top}` }
}
