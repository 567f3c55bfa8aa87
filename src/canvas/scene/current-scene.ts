import { emptyModel } from '../../core/model/records.ts'
import type { Scene } from './scene.ts'

const NOTHING: Scene = {
  model: emptyModel(),
  settled: new Map(),
  frames: new Map(),
  routes: new Map(),
  paint: { mode: 'plain', components: new Map(), links: new Map(), segments: new Map() },
}

let current = NOTHING

/** The scene that is on the screen, for what happens between two drawings of it: gestures, keys, commands. */
export const currentScene = (): Scene => current

/** Only the board says what is on the screen; null when it goes. */
export const setCurrentScene = (scene: Scene | null): void => {
  current = scene ?? NOTHING
}
