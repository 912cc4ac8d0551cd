import { called, type Described, isList } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the shorter table that a client ships. */
export async function writeClientTable(): Promise<void> {
  const namespaces = Object.groupBy(called, ({ id }) => id.split('.')[0] ?? '')
  await write(
    'packages/sdk/src/operations.gen.ts',
    `${banner}// By namespace: name, method, path below /v1.0/, flags, and for each way of calling it the scopes.\nexport const operations = \`
${Object.entries(namespaces)
  .map(([namespace, members = []]) => [namespace, ...members.map(line)].join('\n'))
  .join('\n')}
\`\n`,
  )
}

/**
 * One line for an operation: its name, method, path below `/v1.0/`, flags, and the scopes for each way of calling it. Defaults are left
 * out, because every client ships the table: a read has its parameters in the query, and a write takes a key.
 */
function line({ id, method, path, callers, body, queryParameters, idempotent, deprecated }: Described): string {
  const query = Object.keys(queryParameters)
  const takesBody = body !== 'none'
  const cursor = query.find((name) => name === 'cursor' || name === 'after')
  const flags = {
    body: takesBody,
    query: !takesBody && !cursor && query.length > 0,
    [cursor ?? 'list']: isList(method, path),
    keyless: method !== 'GET' && !idempotent,
    deprecated,
  }
  const ways = callers.map(({ scopes }) => scopes.join('+') || 'any')
  return [
    id.split('.')[1],
    method,
    path.replace(/^\/v1\.0\//, '') + (takesBody && query.length > 0 ? `?${query}` : ''),
    Object.entries(flags)
      .flatMap(([name, is]) => (is ? [name] : []))
      .join() || '-',
    ...new Set(ways),
  ].join(' ')
}
