import type { Operation } from './operation.ts'

export type Params = Readonly<Record<string, unknown>>

/**
 * Puts each parameter where the operation takes it, serialised as OpenAPI says: the path in style `simple`, the query in style `form`
 * with commas between the items of a list. An unknown parameter is sent all the same, so that the server refuses it by name.
 *
 * @returns the path with its query, and the body if the operation takes one
 * @throws TypeError when a path parameter is missing, or would lead to another path
 */
export function placed({ path, takesBody }: Operation, params: Params): { path: string; body?: Params } {
  const rest: Record<string, unknown> = { ...params }
  const filled = filledPath(path, rest)
  return takesBody ? { path: filled, body: rest } : { path: filled + queryOf(rest) }
}

/**
 * Fills in the parameters of a path, and removes them from the others.
 *
 * @throws TypeError when one is missing, or would lead to another path
 */
export function filledPath(path: string, params: Record<string, unknown>): string {
  return path.replace(/{(\w+)}/g, (_, name: string) => {
    const value = String(params[name] ?? '')
    delete params[name]
    // Percent-encoding leaves `.` and `..` as they are, and URLs resolve them.
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} must be an id`)
    return encodeURIComponent(value)
  })
}

function queryOf(params: Params): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => {
    const items = [value].flat().flatMap((item) => (item == null ? [] : [encodeURIComponent(String(item))]))
    return items.length > 0 ? [`${encodeURIComponent(name)}=${items}`] : []
  })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
