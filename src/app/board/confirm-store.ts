import { create } from 'zustand'
import type { Question } from '../../commands/command.ts'

type Pending = Readonly<{ question: Question; answer: (yes: boolean) => void }>

/** The one question that stands open, if any; asking another answers it with no. */
export const useConfirm = create<{ pending: Pending | null }>()(() => ({ pending: null }))

export async function ask(question: Question): Promise<boolean> {
  useConfirm.getState().pending?.answer(false)
  return await new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useConfirm.setState({ pending: null })
      resolve(yes)
    }
    useConfirm.setState({ pending: { question, answer } })
  })
}
