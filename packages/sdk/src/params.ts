import type { Operation } from './operation.ts'

export type Params = Readonly<Record<string, unknown>>

/**
 * Puts each parameter where the operation takes it, written as OpenAPI says: the path in style `simple`, the query in style `form`
 * with a comma between the items of a list. What no place claims is sent all the same, so that the server refuses it by name, as it
 * refuses any unknown field.
 *
 * @returns the path with its query, and the body where the operation takes one
 * @throws TypeError when a parameter of the path is missing, or is one that would name another path
 */
export function placed({ path, queryNames, takesBody }: Operation, params: Params): { path: string; body?: Params } {
  const rest: Record<string, unknown> = { ...params }
  const take = (name: string) => {
    const { [name]: value } = rest
    delete rest[name]
    return value
  }
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => {
    const value = String(take(name) ?? '')
    // URLs resolve `.` and `..` even after percent-encoding leaves them as they are.
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} must be an id`)
    return encodeURIComponent(value)
  })
  if (!takesBody) return { path: filled + queryOf(Object.entries(rest)) }
  return { path: filled + queryOf(queryNames.map((name) => [name, take(name)])), body: rest }
}

function queryOf(entries: readonly (readonly [string, unknown])[]): string {
  const pairs = entries.flatMap(([name, value]) => {
    const items = [value].flat().flatMap((item) => (item == null ? [] : [encodeURIComponent(String(item))]))
    return items.length > 0 ? [`${encodeURIComponent(name)}=${items}`] : []
  })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
