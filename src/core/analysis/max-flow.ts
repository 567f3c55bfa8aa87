import { distancesTo, type FlowNetwork } from './flow-network.ts'
import { sendByLevels } from './level-flow.ts'
import { sendByTrees } from './tree-flow.ts'

/** Halves to look at, per half of the network, before trees give way to levels. Counted, not timed (AN14). */
const PATIENCE = 100

/**
 * Per node, 1 from where `sink` could still be come to once as much as possible is sent from `source` to it: the sink's
 * side of the minimum cut nearest it, which is the same for every maximum flow. Changes the capacities. Trees are the
 * quicker on nearly all networks, but only levels are known not to be slow on any.
 */
export function sinkSide(
  network: FlowNetwork,
  source: number,
  sink: number,
  patience = PATIENCE,
): Uint8Array {
  sendByTrees(network, source, sink, patience * network.head.length)
  sendByLevels(network, source, sink)
  return Uint8Array.from(distancesTo(sink, network), (distance) => Number(distance !== -1))
}
