import { create } from 'zustand'
import type { SharedView } from '../../collab/doc/presence.ts'

/** Somebody asks this person to come. */
type Summon = Readonly<{
  id: string
  key: string
  client: number
  name: string
  colour: string
  view: SharedView
}>

export const useSummons = create<{ summons: readonly Summon[] }>()(() => ({ summons: [] }))

export const answerSummon = (id: string): void =>
  useSummons.setState(({ summons }) => ({ summons: summons.filter((summon) => summon.id !== id) }))
