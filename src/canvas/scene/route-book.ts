import type { BoardFrames, Moves, PlacedFrame } from '../../core/layout/board-frames.ts'
import { plus } from '../../core/layout/geometry.ts'
import { drawLinks, drawLinksInParts, MOST_ROUTED } from '../../core/layout/routes/draw-links.ts'
import { finish, type InParts } from '../../core/model/in-parts.ts'
import { MANY_LINKS, type Surroundings } from '../../core/layout/routes/route-links.ts'
import type { Route, RouteLink } from '../../core/layout/routes/route.ts'
import { surroundingsOf } from '../../core/layout/routes/surroundings.ts'
import type { Point } from '../../core/model/records.ts'

type Routes = ReadonlyMap<string, Route>

const NOTHING: Routes = new Map()

/**
 * Remembers the lines of a board and draws again only what an edit calls for: all of them on an ordinary board, so that
 * everybody sees the same lines, on a very large one those whose ends have changed. Unchanged routes keep their identity.
 */
export class RouteBook {
  #links: readonly RouteLink[] = []
  #frames: BoardFrames = new Map()
  #routes: Routes = NOTHING
  /** What is being drawn in parts, with its links. */
  #drawing: { work: InParts<Routes>; owed: ReadonlySet<string> } | null = null

  /** The frames from before where nothing has moved since: most edits are of words. */
  ground(frames: BoardFrames): BoardFrames {
    return this.#sameGround(frames) ? this.#frames : frames
  }

  /**
   * The lines for a board as it stands in the document. Of a very large one those that stay as they are, where there are many
   * others: these are drawn by `goOn`.
   */
  settled(links: readonly RouteLink[], frames: BoardFrames): Routes {
    const before = new Map(this.#links.map((link) => [link.id, link]))
    const stays = (link: RouteLink) => {
      const old = before.get(link.id)
      return old !== undefined && sameLink(old, link) && !this.#owes(link) && this.#sameEnds(link, frames)
    }
    const staying = links.filter(stays)
    const untouched = staying.length === links.length && links.length === this.#links.length
    const large = links.length > MANY_LINKS
    if (!untouched || (!large && !this.#sameGround(frames)))
      this.#draw(links, frames, large ? pick(this.#routes, staying) : undefined)
    this.#links = links
    this.#frames = frames
    return this.#routes
  }

  /** Whether lines are still to come. */
  get isDrawing(): boolean {
    return this.#drawing !== null
  }

  /** Draws on for as long as `hasTime` says. Whether that has brought new lines. */
  goOn(hasTime: () => boolean): boolean {
    while (this.#drawing !== null) {
      const step = this.#drawing.work.next()
      if (step.done === true) {
        this.#drawing = null
        this.#routes = keepIdentity(this.#routes, step.value)
        return true
      }
      if (!hasTime()) break
    }
    return false
  }

  /** The lines while something is dragged: those between things that move together go along, others of theirs are drawn anew. */
  shifted(moved: BoardFrames, moves: Moves): Routes {
    const kept = new Map<string, Route>()
    for (const { id, from, to } of this.#links) {
      const route = this.#routes.get(id)
      if (route === undefined) continue
      const [delta, other] = [moves.get(from), moves.get(to)]
      if (delta === undefined && other === undefined) kept.set(id, route)
      else if (delta !== undefined && samePoint(delta, other))
        kept.set(id, {
          points: route.points.map((point) => plus(point, delta)),
          label: plus(route.label, delta),
        })
    }
    const drawn = this.#links.filter((link) => !this.#owes(link))
    return drawLinks(drawn, groundOf(moved, kept))
  }

  /** Whether the line of a link is still to come. */
  #owes({ id }: RouteLink): boolean {
    return this.#drawing?.owed.has(id) === true
  }

  #draw(links: readonly RouteLink[], frames: BoardFrames, kept: Routes | undefined): void {
    const work = drawLinksInParts(links, groundOf(frames, kept))
    this.#drawing = null
    if (kept === undefined || links.length <= MOST_ROUTED || links.length - kept.size <= MANY_LINKS) {
      this.#routes = keepIdentity(this.#routes, finish(work))
      return
    }
    this.#routes = kept
    this.#drawing = { work, owed: new Set(links.flatMap(({ id }) => (kept.has(id) ? [] : [id]))) }
  }

  #sameEnds({ from, to }: RouteLink, frames: BoardFrames): boolean {
    return [from, to].every((id) => sameFrame(this.#frames.get(id), frames.get(id)))
  }

  #sameGround(frames: BoardFrames): boolean {
    if (frames.size !== this.#frames.size) return false
    for (const [id, frame] of frames) {
      const before = this.#frames.get(id)
      if (!sameFrame(before, frame) || before?.home !== frame.home) return false
    }
    return true
  }
}

const groundOf = (frames: BoardFrames, kept: Routes | undefined): Surroundings => ({
  ...surroundingsOf(frames),
  ...(kept === undefined ? {} : { kept }),
})

const pick = (routes: Routes, links: readonly RouteLink[]): Routes =>
  new Map(links.flatMap(({ id }) => (routes.has(id) ? [[id, routes.get(id) as Route]] : [])))

const keepIdentity = (before: Routes, after: Routes): Routes =>
  new Map(
    [...after].map(([id, route]) => [
      id,
      sameRoute(before.get(id), route) ? (before.get(id) as Route) : route,
    ]),
  )

const sameLink = (a: RouteLink, b: RouteLink) => a.from === b.from && a.to === b.to && a.label === b.label
const samePoint = (a: Point, b: Point | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1]
const sameFrame = (a: PlacedFrame | undefined, b: PlacedFrame | undefined) =>
  a === b || (a !== undefined && b !== undefined && samePoint(a.at, b.at) && samePoint(a.size, b.size))
const sameRoute = (a: Route | undefined, b: Route) =>
  a !== undefined &&
  samePoint(a.label, b.label) &&
  a.points.length === b.points.length &&
  a.points.every((point, index) => samePoint(point, b.points[index]))
