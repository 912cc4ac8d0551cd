import type { OperationId } from '@sendoff/api'

/** The facts about an operation that the client needs. */
export interface Operation {
  readonly namespace: string
  readonly name: string
  readonly id: OperationId
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  /** True if the parameters that are not in the path are in the body, and not in the query. */
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

/** The method and the flags of the usual verbs; every other operation is a POST with a body. */
const VERBS: Readonly<Record<string, string>> = {
  list: 'GET cursor',
  get: 'GET ',
  create: 'POST body',
  update: 'PATCH body',
  set: 'PUT body',
  change: 'PUT body',
  delete: 'DELETE ',
}

/** Derives from an operation's name its method, its flags, and its path below that of the namespace, with `*` for the id. */
export function usual(name: string, hasId: boolean): readonly string[] {
  const [, verb = '', rest] = /([a-z]+)(.*)/.exec(name) ?? []
  const known = VERBS[verb]
  const below = hasId && (rest || !/list|create/.test(verb)) ? '/*' : ''
  const tail = (rest ? kebab(rest).replace('-', '/') : '') + (known ? '' : `/${verb}`)
  return [...(known ?? 'POST body').split(' '), below + tail]
}

/** Derives an operation's scopes from those of the line before: where they end in `:read` or `:write`, the method decides. */
export function usualScopes(before: string, method: string): string {
  return before.replace(/:(read|write)\b/g, method === 'GET' ? ':read' : ':write')
}

/** Derives the path parameter of a namespace, for example `{association_id}` of `associations`. */
export function usualId(namespace: string): string {
  const last = kebab(namespace).split('-').at(-1) ?? ''
  return last.endsWith('s') ? `{${last.slice(0, -1)}_id}` : ''
}

const LINE = /^(\w+)(:\S*)?(?: +([A-Z]+))?(?: +(\/\S*))?(?: +([a-z,-]+))?(?: +(\S.*))?$/

/**
 * Parses the generated table. Every client ships it, so a line has only what does not follow from the names: a method, a path (`//` begins
 * one from the root), flags, and scopes unless they follow from the line before.
 */
export function* operationsOf(table: string): Generator<Operation> {
  let namespace = ''
  let key = ''
  let scopes = ''
  for (const line of table.trim().split('\n')) {
    const [, name = '', heads, ...given] = LINE.exec(line) ?? []
    if (heads) {
      namespace = name
      key = heads.slice(1) || usualId(name)
      continue
    }
    const [usualMethod = '', usualFlags = '', usualPath = ''] = usual(name, !!key)
    const [method = usualMethod, short = usualPath, flags = usualFlags, its = usualScopes(scopes, method)] = given
    const path = `/v1.0${short[1] === '/' ? short.slice(1) : `/${kebab(namespace)}${short}`}`.replace('*', key)
    const has = (flag: string) => flags.includes(flag)
    const cursor = ['cursor', 'after'].find(has)
    scopes = its
    yield {
      namespace,
      name,
      id: `${namespace}.${name}` as OperationId,
      method,
      path,
      takesBody: has('body'),
      takesParams: /{|body|query|cursor|after/.test(path + flags),
      takesKey: method !== 'GET' && !has('keyless'),
      isList: !!cursor || has('list'),
      cursor,
      isDeprecated: has('deprecated'),
      ways: scopes.split(' ').flatMap((one) => (one === 'none' ? [] : [one === 'any' ? [] : one.split('+')])),
    }
  }
}

/** Writes a name as paths do: `leaveApplications` is `leave-applications`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Tells whether a token with these scopes may call the operation in at least one way; the same rule as `OperationsFor`. */
export function isAllowed({ ways }: Operation, granted: readonly string[]): boolean {
  return ways.length === 0 || ways.some((scopes) => scopes.every((scope) => granted.includes(scope)))
}
