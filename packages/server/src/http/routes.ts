/** A route that a path matches: its handlers by method, and the segments that its parameters stand for. */
export type Matched<Handler> = { handlers: ReadonlyMap<string, Handler>; params: Record<string, string> }

type Node<Handler> = {
  literal: Map<string, Node<Handler>>
  parameter: { name: string; node: Node<Handler> }[]
  handlers: Map<string, Handler> | undefined
}

/** The routes of the contract as a tree of segments. Express compares a path with one pattern after another, and there are hundreds. */
export class Routes<Handler> {
  readonly #root: Node<Handler> = emptyNode()

  /** @param path for example `/v1.0/members/{account_id}` */
  add(method: string, path: string, handler: Handler): void {
    let node = this.#root
    for (const segment of path.split('/')) node = this.#below(node, segment)
    node.handlers ??= new Map()
    node.handlers.set(method, handler)
  }

  /**
   * Finds the routes of a path, case and slashes included. A literal segment comes before a parameter.
   *
   * @throws {URIError} for a parameter that is not percent-encoded
   */
  match(path: string): Matched<Handler>[] {
    const matched: Matched<Handler>[] = []
    const segments = path.split('/')
    const walk = (node: Node<Handler>, at: number, given: [name: string, segment: string][]) => {
      const segment = segments[at]
      if (segment === undefined) {
        if (node.handlers) matched.push({ handlers: node.handlers, params: decoded(given) })
        return
      }
      const literal = node.literal.get(segment)
      if (literal) walk(literal, at + 1, given)
      if (segment === '') return
      for (const { name, node: next } of node.parameter) walk(next, at + 1, [...given, [name, segment]])
    }
    walk(this.#root, 0, [])
    return matched
  }

  #below(node: Node<Handler>, segment: string): Node<Handler> {
    const [, name] = /^\{(\w+)\}$/.exec(segment) ?? []
    const known = name === undefined ? node.literal.get(segment) : node.parameter.find((one) => one.name === name)?.node
    if (known) return known
    const next = emptyNode<Handler>()
    if (name === undefined) node.literal.set(segment, next)
    else node.parameter.push({ name, node: next })
    return next
  }
}

const emptyNode = <Handler>(): Node<Handler> => ({ literal: new Map(), parameter: [], handlers: undefined })

const decoded = (given: [name: string, segment: string][]) =>
  Object.fromEntries(
    given.map(([name, segment]) => [name, segment.includes('%') ? decodeURIComponent(segment) : segment]),
  )
