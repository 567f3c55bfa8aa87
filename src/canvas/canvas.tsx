import '@xyflow/react/dist/base.css'
import { ReactFlowProvider } from '@xyflow/react'
import { Board } from './board.tsx'

/** The drawing of the open board. What it shows comes from the stores, what is done on it goes through commands. `colour`: of this person among the others. */
export function Canvas({ colour }: { colour: string }) {
  return (
    <ReactFlowProvider>
      <Board colour={colour} />
    </ReactFlowProvider>
  )
}
