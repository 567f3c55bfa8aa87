import type { CoreResult } from '../core/analysis/result.ts'
import { indexById } from '../core/model/lookup.ts'
import type { Model } from '../core/model/records.ts'
import { useAnalysis } from './analysis-store.ts'
import { useBoard } from './board-store.ts'
import { askBlast, setPlaying, useInquiry } from './inquiry-store.ts'
import { useSelection } from './selection-store.ts'
import { exposureIn, isSamePath } from './shown-path.ts'
import { setSpotlight, useSpotlight } from './spotlight-store.ts'

/** As many further paths of an exposure as are ever listed. */
export const MOST_PATHS = 50

/**
 * Keeps what the spotlight shows true for as long as a board is open: what has lost a component or link goes at once, and
 * the rest is asked for again after every new result. Returns its stopping.
 */
export function keepSpotlight(): () => void {
  const stops = [
    useBoard.subscribe(({ model }, before) => {
      if (model.components !== before.model.components || model.links !== before.model.links) dropGone(model)
    }),
    useAnalysis.subscribe(({ result }, before) => {
      if (result === before.result) return
      checkHop(before.result)
      void checkPath()
      void findBlast()
    }),
    useInquiry.subscribe(({ blastOf }, before) => {
      if (blastOf !== before.blastOf) void findBlast()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    useInquiry.setState(useInquiry.getInitialState())
    useSpotlight.setState(useSpotlight.getInitialState())
  }
}

function dropGone({ components, links }: Model): void {
  const { path, blast } = useSpotlight.getState()
  const [nodes, edges] = [indexById(components), indexById(links)]
  const isWhole = (ids: readonly string[], over: readonly string[]) =>
    ids.every((id) => nodes.has(id)) && over.every((id) => edges.has(id))
  if (path !== null && !isWhole(path.path, path.links)) dropPath()
  const { blastOf } = useInquiry.getState()
  if (blastOf !== null && !nodes.has(blastOf)) askBlast(null)
  else if (blast !== null && !isWhole(blast.components, blast.links)) setSpotlight({ blast: null })
}

function dropPath(): void {
  setSpotlight({ path: null, hop: null })
  setPlaying(false)
}

/** A hop is one of a path: once the exposure is shown by another path, or is gone, it means nothing any more. */
function checkHop(before: CoreResult | null): void {
  const { path, hop } = useSpotlight.getState()
  if (path === null && hop === null) return
  const { exposure: key } = useSelection.getState()
  const was = exposureIn(before, key)
  const is = exposureIn(useAnalysis.getState().result, key)
  const isKept = is !== undefined && (path !== null || (was !== undefined && isSamePath(was, is)))
  if (!isKept) dropPath()
}

async function checkPath(): Promise<void> {
  const { path } = useSpotlight.getState()
  const { exposure } = useSelection.getState()
  if (path === null || exposure === null) return
  const { ask, result } = useAnalysis.getState()
  const paths = await ask({ of: 'paths', ...exposure, most: MOST_PATHS }).catch(() => [])
  const isNewest = useAnalysis.getState().result === result && useSpotlight.getState().path === path
  if (isNewest && !paths.some((each) => isSamePath(each, path))) dropPath()
}

async function findBlast(): Promise<void> {
  const { blastOf } = useInquiry.getState()
  const { ask, result } = useAnalysis.getState()
  if (blastOf === null) return
  if (result === null) {
    setSpotlight({ blast: null })
    useInquiry.setState({ blastFrom: null, blastFailed: null })
    return
  }
  const isNewest = () => useAnalysis.getState().result === result && useInquiry.getState().blastOf === blastOf
  try {
    const blast = await ask({ of: 'blast', component: blastOf })
    if (!isNewest()) return
    setSpotlight({ blast })
    useInquiry.setState({ blastFrom: result, blastFailed: null })
  } catch (error) {
    if (!isNewest()) return
    setSpotlight({ blast: null })
    useInquiry.setState({ blastFailed: error instanceof Error ? error.message : String(error) })
  }
}
