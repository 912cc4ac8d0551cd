/**
 * Writes the URL of a call as OpenAPI says: the path in style `simple`, the query in style `form`, with a comma between the items of
 * a list.
 *
 * @param path with `{name}` for each parameter
 */
export function urlOf(
  baseUrl: string,
  path: string,
  pathParams: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(String(pathParams[name])))
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    const items = [value].flat().flatMap((item) => (item == null ? [] : [encodeURIComponent(String(item))]))
    return items.length > 0 ? [`${encodeURIComponent(name)}=${items.join()}`] : []
  })
  return `${baseUrl}${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}
