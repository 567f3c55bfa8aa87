import { create } from 'zustand'
import type { Follow, Question } from '../../commands/command.ts'

type Pending = Readonly<{ question: Question; answer: (yes: boolean) => void }>

/** The one question that stands open, if any; asking another answers it with no. */
export const useConfirm = create<{ pending: Pending | null }>()(() => ({ pending: null }))

export async function ask(question: Question, follow?: Follow): Promise<boolean> {
  useConfirm.getState().pending?.answer(false)
  return await new Promise((resolve) => {
    const end = (yes: boolean) => {
      stop?.()
      useConfirm.setState({ pending: null })
      resolve(yes)
    }
    const show = (next: Question) => {
      const pending: Pending = {
        question: next,
        // A yes to what is no longer asked is none: the question has changed under the hand.
        answer: (yes) => {
          if (!yes || useConfirm.getState().pending === pending) end(yes)
        },
      }
      useConfirm.setState({ pending })
    }
    show(question)
    const stop = follow?.((next) => (next === null ? end(false) : show(next)))
  })
}
