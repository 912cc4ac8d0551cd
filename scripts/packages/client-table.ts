import { kebab, usual, usualId, usualScopes } from '../../packages/sdk/src/operation.ts'
import { called, type Described, isList } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the shorter table that a client ships. */
export async function writeClientTable(): Promise<void> {
  const namespaces = Object.groupBy(called, ({ id }) => id.split('.')[0] ?? '')
  let before = ''
  const tables = Object.entries(namespaces).map(([namespace, members = []]) => {
    const table = tableOf(namespace, members, before)
    before = waysOf(members.at(-1) as Described)
    return table
  })
  await write(
    'packages/sdk/src/operations.gen.ts',
    `${banner}// By namespace: for each operation its name, and what does not follow from it; operation.ts reads it.\nexport const operations = \`
${tables.join('\n')}
\`\n`,
  )
}

/** The lines of a namespace: its name, and one line for each operation. Facts that follow from a name are left out. */
function tableOf(namespace: string, members: readonly Described[], scopes: string): string {
  const derived = usualId(namespace)
  const first = members.map(({ path }) => /{\w+}/.exec(path)?.[0]).find(Boolean) ?? ''
  const isDerived = !first || members.some(({ path }) => path.includes(derived))
  const id = isDerived ? derived : first
  let before = scopes
  const lines = members.map((one) => {
    const [method, flags, path] = usual(nameOf(one), id !== '')
    const its = { path: pathOf(namespace, one, id), flags: flagsOf(one), ways: waysOf(one) }
    const ways = its.ways === usualScopes(before, one.method) ? '' : its.ways
    // A word after the name would be flags.
    const areFlagsUsual = its.flags === flags && !/^(any|none)/.test(ways)
    const tokens = [
      one.method === method ? '' : one.method,
      its.path === path ? '' : its.path || `//${kebab(namespace)}`,
      areFlagsUsual ? '' : its.flags || '-',
      ways,
    ]
    before = its.ways
    return [nameOf(one), ...tokens.filter(Boolean)].join(' ')
  })
  return [`${namespace}:${isDerived ? '' : id}`, ...lines].join('\n')
}

const nameOf = ({ id }: Described): string => id.split('.')[1] ?? ''

/** The path below that of the namespace, with `*` for its id, or with `//` from the root. */
function pathOf(namespace: string, { path }: Described, id: string): string {
  const base = `/v1.0/${kebab(namespace)}`
  const isBelow = path === base || path.startsWith(`${base}/`)
  const rest = isBelow ? path.slice(base.length) : path.replace('/v1.0', '/')
  return id ? rest.replace(id, '*') : rest
}

function flagsOf({ id, method, path, body, queryParameters, idempotent, deprecated }: Described): string {
  const query = Object.keys(queryParameters)
  const takesBody = body !== 'none'
  if (takesBody && query.length > 0)
    throw new Error(`${id} has a query and a body; the SDK puts all parameters into one of them`)
  const cursor = query.find((name) => name === 'cursor' || name === 'after')
  const flags = {
    body: takesBody,
    query: !takesBody && !cursor && query.length > 0,
    [cursor ?? 'list']: isList(method, path),
    keyless: method !== 'GET' && !idempotent,
    deprecated,
  }
  return Object.entries(flags)
    .flatMap(([name, is]) => (is ? [name] : []))
    .join()
}

const waysOf = ({ callers }: Described): string =>
  [...new Set(callers.map(({ scopes }) => scopes.join('+') || 'any'))].join(' ') || 'none'
