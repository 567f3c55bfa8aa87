import type { Compiled } from './compile.ts'
import { type Standing, STEP } from './held.ts'
import { addEdge, emptyNetwork, sendMaxFlow, sinkSide } from './max-flow.ts'

/**
 * AN12: the smallest set of links whose cutting leaves no critical component held but those at which a foothold is live;
 * of the smallest sets the one nearest the targets. A minimum cut between footholds and untrusted standing on the one
 * side and those targets on the other, in which each link is a valve of capacity 1 that all its steps pass: to open it
 * for one of them opens it for all, as in the model.
 */
export function separatingSet({ foothold, passage }: Standing, compiled: Compiled): Int32Array {
  const { graph, owns, untrusted, targets, components, links } = compiled
  const count = components.length
  const [source, sink] = [0, 1]
  const node = (component: number) => 2 + component
  /** The attacker's standing at an untrusted component, which nothing has to lead to. */
  const stand = (component: number) => 2 + count + component
  const inlet = (link: number) => 2 + 2 * count + 2 * link
  const outlet = (link: number) => inlet(link) + 1
  const network = emptyNetwork(2 + 2 * count + 2 * links.length)
  for (let component = 0; component < count; component++) {
    if (foothold[component] === 1) addEdge(network, source, node(component), Infinity)
    if (untrusted[component] === 1) addEdge(network, source, stand(component), Infinity)
  }
  for (const target of targets) if (foothold[target] === 0) addEdge(network, node(target), sink, Infinity)
  const valves = new Map<number, number>()
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (passage[arc] !== STEP) continue
    const [tail, head, link] = [
      graph.tail[arc] as number,
      graph.head[arc] as number,
      graph.link[arc] as number,
    ]
    if (!valves.has(link)) valves.set(link, addEdge(network, inlet(link), outlet(link), 1))
    addEdge(network, node(tail), inlet(link), Infinity)
    if (untrusted[tail] === 1 && owns[arc] === 0) addEdge(network, stand(tail), inlet(link), Infinity)
    addEdge(network, outlet(link), node(head), Infinity)
  }
  sendMaxFlow(network, source, sink)
  const inside = sinkSide(network, sink)
  const shut = [...valves.keys()].filter((link) => inside[outlet(link)] === 1 && inside[inlet(link)] === 0)
  return Int32Array.from(shut).sort()
}
