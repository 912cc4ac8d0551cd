import type { Operation } from './operation.ts'

export type Params = Readonly<Record<string, unknown>>

/** The parameters of a call, each in its place. */
export interface Placed {
  readonly pathParams: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly body: Record<string, unknown> | undefined
}

/**
 * Puts each parameter where the operation takes it. What no place claims is sent all the same, so that the server refuses it by
 * name, as it refuses any unknown field.
 *
 * @throws TypeError when a parameter of the path is missing, or is one that would name another path
 */
export function placed({ pathNames, queryNames, takesBody }: Operation, params: Params): Placed {
  const pathParams: Record<string, unknown> = {}
  const query: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(params)) {
    if (pathNames.includes(name)) pathParams[name] = value
    else if (!takesBody || queryNames.includes(name)) query[name] = value
    else rest[name] = value
  }
  for (const name of pathNames) {
    // URLs resolve `.` and `..` even after percent-encoding leaves them as they are.
    if (/^\.{0,2}$/.test(String(pathParams[name] ?? ''))) throw new TypeError(`${name} must be an id`)
  }
  return { pathParams, query, body: takesBody ? rest : undefined }
}
