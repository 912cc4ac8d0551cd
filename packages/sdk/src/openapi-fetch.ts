// The only file that knows openapi-fetch, whose last release is 0.17.0. What is used of it writes path and query as OpenAPI says;
// its client is not, for it sends a `Request`, whose body can be sent only once.
import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'

const querySerializer = createQuerySerializer({ array: { style: 'form', explode: false } })

/**
 * Writes the URL of a call.
 *
 * @param path with `{name}` for each parameter
 */
export function urlOf(
  baseUrl: string,
  path: string,
  pathParams: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const params = { path: pathParams, query }
  return createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: defaultPathSerializer })
}
