import type { RouteLink } from '../../core/layout/routes/route.ts'
import type { Link } from '../../core/model/records.ts'
import { linkLabel } from '../../core/paint/labels.ts'
import { labelWidth } from './text-width.ts'

const known = new WeakMap<Link, RouteLink | null>()

/** What the line of a link hangs on; null without both ends. Made once per record, which is never changed in place. */
export function routeLinkOf(link: Link): RouteLink | null {
  let wanted = known.get(link)
  if (wanted === undefined) {
    const { id, from, to } = link
    wanted = from === null || to === null ? null : { id, from, to, label: labelWidth(linkLabel(link)) }
    known.set(link, wanted)
  }
  return wanted
}
