/**
 * Finds the circles of a directed graph.
 *
 * @param edges pairs of nodes, the first of which needs the second
 * @returns its strongly connected components of two nodes or more (Tarjan 1972), each sorted
 */
export function circles(edges: Iterable<readonly [string, string]>): string[][] {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    if (from === to) continue
    next.set(from, (next.get(from) ?? new Set()).add(to))
    if (!next.has(to)) next.set(to, new Set())
  }
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const found: string[][] = []

  function visit(node: string): number {
    const own = index.size
    index.set(node, own)
    let lowest = own
    stack.push(node)
    onStack.add(node)
    for (const to of next.get(node) ?? []) {
      if (!index.has(to)) lowest = Math.min(lowest, visit(to))
      else if (onStack.has(to)) lowest = Math.min(lowest, low.get(to) ?? index.get(to) ?? lowest)
    }
    low.set(node, lowest)
    if (lowest === own) {
      const component = stack.splice(stack.indexOf(node))
      for (const one of component) onStack.delete(one)
      if (component.length > 1) found.push(component.sort())
    }
    return lowest
  }

  for (const node of next.keys()) if (!index.has(node)) visit(node)
  return found
}

/** The median of numbers; 0 of none. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
