import type { Located } from '../contract/operations.ts'
import { requestExample } from './examples.ts'

/** The address of `npm start`. */
const BASE = 'http://127.0.0.1:8787'

/** The call of an operation by curl, with the token in the variable `TOKEN`. */
export function curlSample(located: Located): string {
  const { operation, described, path } = located
  const { path: inPath, query, body } = requestExample(located)
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(inPath[name])))
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  const url = `${BASE}${place}${text.length > 0 ? `?${text.join('&')}` : ''}`
  const method = described.method === 'GET' ? '' : ` -X ${described.method}`
  const parts = [
    `curl -s${described.streamed ? 'N' : ''}${method} ${text.length > 0 ? quoted(url) : url}`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`]),
  ]
  return `${parts.join(' \\\n  ')}\n`
}

/** Quotes a text for a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
