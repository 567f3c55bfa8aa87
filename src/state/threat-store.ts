import { create } from 'zustand'
import type { CommentSubject } from '../core/model/records.ts'
import { setView } from './view-store.ts'

/** What the table of threats asks for: a decision on one, what one of one's own says, or a new one, on what if that is known. */
type Asked = Readonly<{ deciding?: string; editing?: string; adding?: CommentSubject | null }>

export const useThreats = create<Asked>()(() => ({}))

/** Asks for one thing at a time, in the table; for nothing where nothing is given. */
export const askThreats = (asked: Asked = {}): void => {
  useThreats.setState(asked, true)
  if (Object.keys(asked).length > 0) setView({ bottom: true, bottomTab: 'threats' })
}
