import { called, type Described, isList } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the shorter table that a client ships. */
export async function writeClientTable(): Promise<void> {
  const namespaces = Object.groupBy(called, ({ id }) => id.split('.')[0] ?? '')
  const tables = Object.entries(namespaces).map(([namespace, members = []]) => tableOf(namespace, members))
  await write(
    'packages/sdk/src/operations.gen.ts',
    `${banner}// By namespace: name, method, path, flags, and for each way of calling it the scopes; operation.ts reads it.\nexport const operations = \`
${tables.join('\n')}
\`\n`,
  )
}

/** The lines of a namespace: its name, and one line for each operation. Facts that follow from a name are left out. */
function tableOf(namespace: string, members: readonly Described[]): string {
  let before = ''
  const id = members.map(({ path }) => parameter(path)).find(Boolean)
  let isKnown = false
  const lines = members.map((one) => {
    const ways = waysOf(one)
    const path = pathOf(namespace, one, isKnown ? id : undefined)
    isKnown ||= parameter(one.path) !== undefined
    const line = [nameOf(one), methodOf(one), path, flagsOf(one), ways === before ? '' : ways].join(' ')
    before = ways
    return line.trimEnd()
  })
  return [`${namespace}:`, ...lines].join('\n')
}

const nameOf = ({ id }: Described): string => id.split('.')[1] ?? ''
const parameter = (path: string): string | undefined => /{\w+}/.exec(path)?.[0]
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function methodOf(one: Described): string {
  const verb = /^[a-z]+/.exec(nameOf(one))?.[0] ?? ''
  const usual = { list: 'GET', get: 'GET', update: 'PATCH', delete: 'DELETE' }[verb] ?? 'POST'
  return one.method === usual ? '' : one.method
}

function pathOf(namespace: string, one: Described, id: string | undefined): string {
  const { path, body, queryParameters } = one
  const base = `/v1.0/${kebab(namespace)}`
  const isBelow = path === base || path.startsWith(`${base}/`)
  const rest = path.slice(isBelow ? base.length : '/v1.0/'.length)
  const name = nameOf(one)
  const tails = { '>': `/${kebab(name)}`, '>>': `/${kebab(name.replace(/^[a-z]+/, '')).slice(1)}` }
  const [sign, tail] = Object.entries(tails).find(([, text]) => text.length > 1 && rest.endsWith(text)) ?? ['', '']
  const short = rest.slice(0, rest.length - tail.length) + sign
  const query = Object.keys(queryParameters)
  return (id ? short.replace(id, '*') : short) + (body !== 'none' && query.length > 0 ? `?${query}` : '')
}

function flagsOf({ method, path, body, queryParameters, idempotent, deprecated }: Described): string {
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
  return Object.entries(flags)
    .flatMap(([name, is]) => (is ? [name] : []))
    .join()
}

const waysOf = ({ callers }: Described): string =>
  [...new Set(callers.map(({ scopes }) => scopes.join('+') || 'any'))].join(' ') || 'none'
