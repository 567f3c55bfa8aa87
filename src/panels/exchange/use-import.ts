import { useEffect, useRef, useState } from 'react'
import { beginExchange } from '../../commands/exchange.ts'
import type { Preview } from '../../core/codecs/preview.ts'
import { READ_LIMITS } from '../../core/codecs/limits.ts'
import type { Problem } from '../../core/model/problem.ts'

type Exchange = ReturnType<typeof beginExchange>

/** Where an import stands. `busy` is what the worker does now, in a word. */
export type Import =
  | Readonly<{ step: 'busy'; stage: string }>
  | Readonly<{ step: 'refused'; problems: readonly Problem[] }>
  | Readonly<{ step: 'preview'; preview: Preview }>

/** Reads a file in a worker of its own, which ends with the dialog or when somebody cancels. */
export function useImport(file: File): Readonly<{
  state: Import
  /** Does something with what was read, the worker's stages shown meanwhile; what fails is shown in the place of the preview. */
  work: (task: (exchange: Exchange) => Promise<void>) => Promise<void>
}> {
  const [state, setState] = useState<Import>({ step: 'busy', stage: 'reading' })
  const exchange = useRef<Exchange | null>(null)
  useEffect(() => {
    const begun = beginExchange((stage) => setState({ step: 'busy', stage }))
    exchange.current = begun
    const failed = (error: unknown) => setState({ step: 'refused', problems: [problemOf(error)] })
    void readFile(file, begun).then((answer) => {
      setState(
        'format' in answer ? { step: 'preview', preview: answer } : { step: 'refused', problems: answer },
      )
    }, failed)
    return begun.end
  }, [file])
  const work = async (task: (exchange: Exchange) => Promise<void>) => {
    const before = state
    if (exchange.current === null || before.step !== 'preview') return
    setState({ step: 'busy', stage: 'writing' })
    try {
      await task(exchange.current)
    } catch (error) {
      setState({ step: 'refused', problems: [problemOf(error)] })
    }
  }
  return { state, work }
}

async function readFile(file: File, exchange: Exchange): Promise<Preview | readonly Problem[]> {
  // Before a byte of it is taken into memory.
  if (file.size > READ_LIMITS.bytes) {
    const message = `has ${file.size} bytes, more than the ${READ_LIMITS.bytes} that can be read`
    return [{ code: 'too-large', at: '(file)', message }]
  }
  return await exchange.read(file)
}

const problemOf = (error: unknown): Problem => ({
  code: 'damaged',
  at: '(file)',
  message: error instanceof Error ? error.message : String(error),
})
