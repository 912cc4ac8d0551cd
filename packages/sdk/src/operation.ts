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

/** The methods of the usual verbs; every other operation is a POST. */
const METHODS: Readonly<Record<string, string>> = { list: 'GET', get: 'GET', update: 'PATCH', delete: 'DELETE' }

/**
 * Parses the generated table. Every client ships it, so it leaves out what follows from a name: the method follows from the verb, the path
 * from the namespace, and the scopes are those of the line before. In a path, `*` is the first parameter of the namespace, `>` at the end
 * the name of the operation, and `>>` the name without its verb.
 */
export function* operationsOf(table: string): Generator<Operation> {
  let namespace = ''
  let id = ''
  let ways: Operation['ways'] = []
  for (const line of table.trim().split('\n')) {
    if (line.endsWith(':')) {
      namespace = line.slice(0, -1)
      id = ''
      continue
    }
    const [name = '', given, template = '', flags = '', ...scopes] = line.split(' ')
    const [verb = ''] = /^[a-z]+/.exec(name) ?? []
    const [short = '', query] = template.split('?')
    const tail = short.replace('>>', `/${kebab(name.slice(verb.length)).slice(1)}`).replace('>', `/${kebab(name)}`)
    const path = `/v1.0/${/^\w/.test(tail) ? tail : kebab(namespace) + tail}`.replace('*', id)
    id ||= /{\w+}/.exec(path)?.[0] ?? ''
    const has = (flag: string) => flags.includes(flag)
    const cursor = ['cursor', 'after'].find(has)
    const method = given || (METHODS[verb] ?? 'POST')
    if (scopes.length > 0) ways = scopes.flatMap((one) => (one === 'none' ? [] : [one === 'any' ? [] : one.split('+')]))
    yield {
      namespace,
      name,
      id: `${namespace}.${name}` as OperationId,
      method,
      path,
      queryNames: query?.split(',') ?? [],
      takesBody: has('body'),
      takesParams: /{/.test(path) || /body|query|cursor|after/.test(flags),
      takesKey: method !== 'GET' && !has('keyless'),
      isList: !!cursor || has('list'),
      cursor,
      isDeprecated: has('deprecated'),
      ways,
    }
  }
}

/** Writes a name as paths do: `leaveApplications` is `leave-applications`. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Tells whether a token with these scopes may call the operation in at least one way; the same rule as `OperationsFor`. */
export function isAllowed({ ways }: Operation, granted: readonly string[]): boolean {
  return ways.length === 0 || ways.some((scopes) => scopes.every((scope) => granted.includes(scope)))
}
