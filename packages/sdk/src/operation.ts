import type { OperationId } from '@sendoff/api'

/** An operation as the client needs to know it. */
export interface Operation {
  readonly id: OperationId
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  readonly pathNames: readonly string[]
  readonly queryNames: readonly string[]
  readonly takesBody: boolean
  /** Whether it takes an idempotency key. */
  readonly takesKey: boolean
  readonly isList: boolean
  readonly isDeprecated: boolean
  /** For each way of calling it the scopes; none at all for one that takes no token. */
  readonly ways: readonly (readonly string[])[]
}

/** Reads a line of the generated table. */
export function operationOf(line: string): Operation {
  const [id = '', method = '', template = '', flags = '', ...ways] = line.split(' ')
  const [path = '', query] = template.split('?')
  const has = (flag: string) => flags.includes(flag)
  return {
    id: id as OperationId,
    method,
    path,
    pathNames: Array.from(path.matchAll(/{(\w+)}/g), ([, name = '']) => name),
    queryNames: query?.split(',') ?? [],
    takesBody: has('body'),
    takesKey: has('key'),
    isList: has('list'),
    isDeprecated: has('deprecated'),
    ways: ways.map((scopes) => (scopes === 'any' ? [] : scopes.split('+'))),
  }
}

/** Whether a token with these scopes may call the operation in one way at least, as `OperationsFor` says to the compiler. */
export function isAllowed({ ways }: Operation, granted: readonly string[]): boolean {
  return ways.length === 0 || ways.some((scopes) => scopes.every((scope) => granted.includes(scope)))
}
