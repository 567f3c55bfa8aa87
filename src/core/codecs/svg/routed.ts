import { drawLinks } from '../../layout/routes/draw-links.ts'
import type { Route } from '../../layout/routes/route.ts'
import { surroundingsOf } from '../../layout/routes/surroundings.ts'
import { labelOf, labelWidth } from './label.ts'
import type { Shown } from './shown.ts'

/** The lines of all links that are drawn, by their ids. */
export function routesOf({ links, frames }: Shown): ReadonlyMap<string, Route> {
  const wanted = links.flatMap((link) => {
    const { id, from, to } = link
    return from === null || to === null ? [] : [{ id, from, to, label: labelWidth(labelOf(link)) }]
  })
  return drawLinks(wanted, surroundingsOf(frames))
}
