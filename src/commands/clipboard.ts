import { boundsOf, frameOf, originOf, placedIn } from '../core/layout/frames.ts'
import type { Model, Point } from '../core/model/records.ts'
import { useBoard } from '../state/board-store.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import type { Placement } from './arrange.ts'
import { type Clip, clipOf, writeClip } from './clip.ts'
import { type Command, command, type CommandContext, type Situation } from './command.ts'
import { isEnabled } from './execute.ts'
import { openGiven } from './import-file.ts'
import { placedCount, selectedPlaced } from './placed.ts'
import { type PlaceOf, plant, writePlanting } from './plant.ts'
import { remove } from './remove.ts'

/** A copy lands this far from the original, and each further paste this far from the one before. */
const ASIDE = 24

const hasPlaced = (now: Situation): boolean => selectedPlaced(now).length > 0

export const copy: Command = command({
  id: 'clipboard.copy',
  label: 'Copy',
  icon: 'copy',
  group: 'edit',
  keys: ['Mod+C'],
  role: 'viewer',
  when: hasPlaced,
  run: async ({ model, selection, host }) => {
    const clip = clipOf(model, selection.ids)
    await host.writeClipboard(writeClip(clip))
    host.announce(`${placedCount(clip)} copied`)
  },
})

export const cut: Command = command({
  id: 'clipboard.cut',
  label: 'Cut',
  icon: 'cut',
  group: 'edit',
  keys: ['Mod+X'],
  role: 'editor',
  when: hasPlaced,
  run: async (context) => {
    const ids = [...context.selection.ids]
    await context.host.writeClipboard(writeClip(clipOf(context.model, ids)))
    if (isEnabled(cut)) remove({ ...context, model: useBoard.getState().model }, ids, 'Cut')
  },
})

/** The text of a model that another tool wrote is worth a try; a word is not. */
const looksLikeFile = (text: string): boolean => /^\s*[{<]|\n/.test(text)

let last = { text: '', times: 0 }

export const paste: Command = command({
  id: 'clipboard.paste',
  label: 'Paste',
  icon: 'paste',
  group: 'edit',
  keys: ['Mod+V'],
  role: 'editor',
  run: async (context) => {
    const { host } = context
    const text = await host.readClipboard()
    // Reading takes the whole of checking files along, which a board does not need to open.
    const { readClip } = await import('./read-clip.ts')
    const clip = readClip(text)
    if (clip === null && looksLikeFile(text))
      return void openGiven.run(context, [new File([text], 'Pasted text')])
    if (clip === null) return host.notify('There is nothing from a board on the clipboard.')
    if (typeof clip === 'string') return host.notify(`What was copied cannot be pasted.\n${clip}`, 'warning')
    if (!isEnabled(paste)) return
    last = { text, times: last.text === text ? last.times + 1 : 0 }
    const [x, y] = host.canvas?.centre() ?? [0, 0]
    const now = { ...context, model: useBoard.getState().model }
    insert(now, clip, around(now.model, clip, [x + last.times * ASIDE, y + last.times * ASIDE]), 'Paste')
  },
})

export const duplicate: Command = command({
  id: 'clipboard.duplicate',
  label: 'Duplicate',
  icon: 'duplicate',
  group: 'edit',
  keys: ['Mod+D'],
  role: 'editor',
  when: hasPlaced,
  run: (context) => {
    const { model } = context
    const beside: PlaceOf = (id) => {
      const placed = placedIn(model, id)
      const [x, y] = placed?.pos ?? [0, 0]
      return { home: placed?.home ?? null, pos: [x + ASIDE, y + ASIDE] }
    }
    insert(context, clipOf(model, context.selection.ids), beside, 'Duplicate')
  },
})

/** Copies what a drag with Alt lets go of to where it does. */
export const duplicateTo: Command<{ placements: readonly Placement[] }> = command({
  id: 'clipboard.duplicate-to',
  label: 'Duplicate',
  icon: 'duplicate',
  group: 'edit',
  role: 'editor',
  run: (context, { placements }) => {
    const places = new Map(placements.map((placement) => [placement.id, placement]))
    const dropped: PlaceOf = (id, at) => {
      const place = places.get(id)
      return { home: place?.segment ?? null, pos: place?.pos ?? at }
    }
    insert(context, clipOf(context.model, new Set(places.keys())), dropped, 'Duplicate')
  },
})

function insert({ edit, model, host }: CommandContext, clip: Clip, placeOf: PlaceOf, verb: string): void {
  const planting = plant(clip, model, placeOf)
  const count = placedCount(planting.records)
  if (planting.outermost.length === 0)
    return host.notify('There is nothing on the clipboard that has a place.')
  edit(`${verb} ${count}`, (editor) => writePlanting(planting, editor))
  select(planting.outermost)
  setView({ inspected: null })
  host.announce(`${count} added`)
}

/** Puts the middle of a clip on a point, into the innermost segment that has room for all of it. */
function around(model: Model, clip: Clip, [x, y]: Point): PlaceOf {
  const frames = [...clip.segments, ...clip.components, ...clip.notes].flatMap(({ id }) => {
    const placed = placedIn(clip, id)
    return placed === null ? [] : [frameOf(clip, placed)]
  })
  const bounds = boundsOf(frames) ?? { at: [0, 0], size: [0, 0] }
  const landing = [x - bounds.size[0] / 2, y - bounds.size[1] / 2] as const
  let home: string | null = null
  // Parents come before their children in a normalised model, so the last hit is the innermost.
  for (const { id, size } of model.segments) {
    const [left, top] = originOf(model, id)
    const fits =
      left <= landing[0] &&
      top <= landing[1] &&
      landing[0] + bounds.size[0] <= left + size[0] &&
      landing[1] + bounds.size[1] <= top + size[1]
    if (fits) home = id
  }
  const [left, top] = originOf(model, home)
  return (_, at) => ({
    home,
    pos: [at[0] - bounds.at[0] + landing[0] - left, at[1] - bounds.at[1] + landing[1] - top],
  })
}
