import type { OperationId } from '@sendoff/api'

/** The facts about an operation that the client needs. */
export interface Operation {
  readonly namespace: string
  readonly name: string
  readonly id: OperationId
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  /** The query parameters of an operation with a body. Without a body, all parameters that are not in the path are in the query. */
  readonly queryNames: readonly string[]
  readonly takesBody: boolean
  readonly takesParams: boolean
  /** True if it takes an idempotency key. */
  readonly takesKey: boolean
  readonly isList: boolean
  /** The name of the parameter that positions a page. */
  readonly cursor: string | undefined
  readonly isDeprecated: boolean
  /** The scopes for each way of calling it; empty when it takes no token. */
  readonly ways: readonly (readonly string[])[]
}

/** Parses the generated table. */
export function* operationsOf(table: string): Generator<Operation> {
  let namespace = ''
  for (const line of table.trim().split('\n')) {
    const [name = '', method, template = '', flags = '', ...ways] = line.split(' ')
    if (!method) {
      namespace = name
      continue
    }
    const [path = '', query] = template.split('?')
    const has = (flag: string) => flags.includes(flag)
    const cursor = ['cursor', 'after'].find(has)
    yield {
      namespace,
      name,
      id: `${namespace}.${name}` as OperationId,
      method,
      path: path.startsWith('/') ? path : `/v1.0/${path}`,
      queryNames: query?.split(',') ?? [],
      takesBody: has('body'),
      takesParams: /{/.test(path) || /body|query|cursor|after/.test(flags),
      takesKey: method !== 'GET' && !has('keyless'),
      isList: !!cursor || has('list'),
      cursor,
      isDeprecated: has('deprecated'),
      ways: ways.map((scopes) => (scopes === 'any' ? [] : scopes.split('+'))),
    }
  }
}

/** Tells whether a token with these scopes may call the operation in at least one way; the same rule as `OperationsFor`. */
export function isAllowed({ ways }: Operation, granted: readonly string[]): boolean {
  return ways.length === 0 || ways.some((scopes) => scopes.every((scope) => granted.includes(scope)))
}
