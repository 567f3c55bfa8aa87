import type { RecordPatch } from '../../core/model/patch.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import type { AnalysisAnswer, AnalysisRequest } from '../../workers/analysis-messages.ts'

export type AnalysisRunner = { patch(patch: RecordPatch): void; stop(): void }

/** The calendar day here and now, `YYYY-MM-DD`. */
function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/**
 * Runs the analysis worker beside the board: patches go in, the newest answer comes out into the store. `whole` gives
 * all records as one patch, for a worker that starts anew after a crash.
 */
export function startAnalysis(whole: () => RecordPatch): AnalysisRunner {
  let worker: Worker | null = null
  let revision = 0

  const fail = (message: string) => {
    worker?.terminate()
    worker = null
    useAnalysis.setState({ running: false, failed: message })
  }
  const post = (patch: RecordPatch) => {
    revision++
    useAnalysis.setState({ running: true })
    worker?.postMessage({ revision, patch, date: today() } satisfies AnalysisRequest)
  }
  const start = () => {
    worker?.terminate()
    worker = new Worker(new URL('../../workers/analysis.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisAnswer>) => {
      const running = data.revision < revision
      if ('failed' in data) useAnalysis.setState({ running, failed: data.failed })
      else useAnalysis.setState({ result: data.result, running, failed: null })
    })
    worker.addEventListener('error', (event) => fail(event.message || 'The analysis stopped unexpectedly.'))
    useAnalysis.setState({ failed: null })
  }

  const retry = () => {
    start()
    post(whole())
  }
  start()
  useAnalysis.setState({ retry })
  return {
    patch: post,
    stop() {
      worker?.terminate()
      worker = null
      useAnalysis.setState(useAnalysis.getInitialState())
    },
  }
}
