/**
 * The strong component of each node of a graph given as arcs out of v in adjacent[start[v] … start[v + 1] − 1], by number.
 * Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1972; without recursion.
 */
export function strongComponents(start: Int32Array, adjacent: Int32Array): Int32Array {
  const nodeCount = start.length - 1
  const component = new Int32Array(nodeCount).fill(-1)
  const order = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const place = start.slice(0, nodeCount)
  const open = new Int32Array(nodeCount)
  const path = new Int32Array(nodeCount)
  let [found, openCount, pathLength, count] = [0, 0, 0, 0]
  const enter = (node: number) => {
    order[node] = low[node] = found++
    open[openCount++] = node
    path[pathLength++] = node
  }
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue
    enter(root)
    while (pathLength > 0) {
      const node = path[pathLength - 1] as number
      const next = place[node] as number
      if (next < (start[node + 1] as number)) {
        place[node] = next + 1
        const to = adjacent[next] as number
        if (order[to] === -1) enter(to)
        else if (component[to] === -1 && (order[to] as number) < (low[node] as number))
          low[node] = order[to] as number
        continue
      }
      pathLength--
      const above = path[pathLength - 1] ?? -1
      if (pathLength > 0 && (low[node] as number) < (low[above] as number)) low[above] = low[node] as number
      if (low[node] !== order[node]) continue
      let member = -1
      while (member !== node) {
        member = open[--openCount] as number
        component[member] = count
      }
      count++
    }
  }
  return component
}
