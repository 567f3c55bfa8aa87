import { useEffect, useRef, useState } from 'react'
import { mergeText } from './merge-text.ts'

export type Draft = Readonly<{
  /** What the control shows: the value, or what has been typed over it. */
  text: string
  typed: boolean
  type: (text: string) => void
  /** Writes what was typed, or `text` in its place. */
  commit: (text?: string) => void
  revert: () => void
}>

type Options = Readonly<{
  /** Others may type in the same text: what they changed meanwhile is kept beside what was typed. */
  merge?: boolean
  /** The text to write, or null where what was typed is no answer and the old one stays. */
  read?: (typed: string) => string | null
}>

/**
 * A text that is committed as one step, not letter by letter. While nothing is being typed it follows `value`. What is
 * typed is committed, too, when the control goes away, since a browser then sends no blur.
 */
export function useDraft(value: string, onCommit: (text: string) => void, options: Options = {}): Draft {
  const [draft, setDraft] = useState<Readonly<{ base: string; text: string }> | null>(null)
  const commit = (text = draft?.text) => {
    if (text === undefined) return
    setDraft(null)
    const typed = options.merge === true ? mergeText(draft?.base ?? value, text, value) : text
    const next = options.read === undefined ? typed : options.read(typed)
    if (next !== null && next !== value) onCommit(next)
  }
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => () => latest.current(), [])
  return {
    text: draft?.text ?? value,
    typed: draft !== null,
    type: (text) => setDraft((now) => ({ base: now?.base ?? value, text })),
    commit,
    revert: () => setDraft(null),
  }
}
