/**
 * Generates from openapi.yaml: in packages/api/src the types, and the tables that a program needs at run time; in packages/sdk/src
 * the shorter table that a client ships, and the longer one of its double for tests; for the type tests in test/sdk, what each scope
 * allows.
 * Run by `npm run generate`; the test command runs it again and refuses a difference.
 */
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { type Contract, testingTable } from './testing-table.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
const root = new URL('../', import.meta.url)
const banner = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n'

type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  allOf?: Schema[]
  properties?: Record<string, Schema>
}
type Parameter = { $ref?: string; name: string; in: string; required?: boolean; schema: Schema }
type Operation = {
  operationId: string
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
  deprecated?: boolean
  'x-read-scope'?: string
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
  components: {
    schemas: Record<string, Schema & { enum?: string[] }>
    parameters: Record<string, Parameter>
    securitySchemes: Record<'app' | 'user', { flows: Record<string, { scopes: Record<string, string> }> }>
  }
}

const source = await readFile(new URL('openapi.yaml', root), 'utf8')
const document = parse(source) as Document

const ast = await openapiTS(new URL('openapi.yaml', root), { defaultNonNullable: false, enum: false })
await writeFile(new URL('packages/api/src/openapi.gen.ts', root), banner + astToString(ast))

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (item[method] ? [describe(method, path, item[method])] : [])),
)

function describe(method: string, path: string, operation: Operation) {
  const parameters = (operation.parameters ?? []).map((p) =>
    p.$ref ? component(document.components.parameters, p.$ref) : p,
  )
  const of = (place: string) => parameters.filter((p) => p.in === place)
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    callers: operation.security.flatMap((alternative) =>
      Object.entries(alternative).map(([caller, scopes]) => ({ caller, scopes })),
    ),
    body: operation.requestBody ? (operation.requestBody.required ? 'required' : 'optional') : 'none',
    pathParameters: of('path').map((p) => p.name),
    queryParameters: Object.fromEntries(of('query').map((p) => [p.name, textType(p.schema)])),
    idempotent: of('header').some((p) => p.name === 'Idempotency-Key'),
    streamed: Object.hasOwn(operation.responses['200']?.content ?? {}, 'text/event-stream'),
    deprecated: operation.deprecated ?? false,
  }
}

function component<T>(from: Record<string, T>, ref: string): T {
  const found = from[ref.split('/').at(-1) ?? '']
  if (!found) throw new Error(`openapi.yaml refers to ${ref}, which is not there`)
  return found
}

/** How the text of a query parameter is read: as it stands, as a number, or as a list separated by commas. */
function textType(schema: Schema): 'string' | 'integer' | 'boolean' | 'list' {
  const resolved = schema.$ref ? component(document.components.schemas, schema.$ref) : schema
  switch (resolved.type) {
    case 'integer':
      return 'integer'
    case 'boolean':
      return 'boolean'
    case 'array':
      return 'list'
    default:
      return 'string'
  }
}

const problemCodes = Object.values(document.components.schemas).flatMap((schema) => {
  const isProblem = schema.allOf?.some((part) => part.$ref === '#/components/schemas/Problem')
  const code = schema.allOf?.find((part) => part.properties?.code)?.properties?.code?.const
  return isProblem && typeof code === 'string' ? [code] : []
})

const { app, user } = document.components.securitySchemes
const scopesOf = (scheme: typeof app) => Object.keys(Object.values(scheme.flows)[0]?.scopes ?? {})

const tables = {
  operations: Object.fromEntries(operations.map(({ id, ...rest }) => [id, rest])),
  eventTypes: Object.fromEntries(
    Object.entries(document.webhooks).map(([type, { post }]) => [type, { readScope: post['x-read-scope'] }]),
  ),
  scopes: document.components.schemas.Scope?.enum ?? [],
  appScopes: scopesOf(app),
  userScopes: scopesOf(user),
  problemCodes,
}

const json = (value: unknown) => JSON.stringify(value, null, 2)
await writeFile(
  new URL('packages/api/src/tables.gen.ts', root),
  `${banner}${Object.entries(tables)
    .map(([name, value]) => `export const ${name} = ${json(value)} as const\n`)
    .join('\n')}`,
)

/** Whether the operation answers with a list, in pages or whole. */
function isList(method: string, path: string): boolean {
  const answer = method === 'GET' ? document.paths[path]?.get?.responses['200'] : undefined
  const schema = answer?.content?.['application/json']?.schema
  return schema ? propertiesOf(schema).data?.type === 'array' : false
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  const { $ref, allOf = [], properties = {} } = schema
  if ($ref) return propertiesOf(component(document.components.schemas, $ref))
  return Object.assign({}, ...allOf.map(propertiesOf), properties)
}

/**
 * One line for an operation: its name, method, path below `/v1.0/`, flags, and for each way of calling it the scopes. What goes
 * without saying is left out, because every client ships it: a read puts its parameters into the query, and a write takes a key.
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

type Described = (typeof operations)[number]

const called = operations.filter(({ streamed }) => !streamed)
const namespaces = Object.groupBy(called, ({ id }) => id.split('.')[0] ?? '')
await writeFile(
  new URL('packages/sdk/src/operations.gen.ts', root),
  `${banner}// By namespace: name, method, path below /v1.0/, flags, and for each way of calling it the scopes.\nexport const operations = \`
${Object.entries(namespaces)
  .map(([namespace, members = []]) => [namespace, ...members.map(line)].join('\n'))
  .join('\n')}
\`\n`,
)

/** A union of the ids, one a line. */
const union = (ids: string[]) => (ids.length > 0 ? ids.map((id) => `\n    | '${id}'`).join('') : ' never')
const allows = (granted: string[]) =>
  called.flatMap(({ id, callers }) =>
    callers.length > 0 && callers.some(({ scopes }) => scopes.every((scope) => granted.includes(scope))) ? [id] : [],
  )
await writeFile(
  new URL('test/sdk/allowed.gen.ts', root),
  `${banner}
/** What takes no token. */
export type Open =${union(called.flatMap(({ id, callers }) => (callers.length === 0 ? [id] : [])))}

/** What each scope allows by itself. */
export interface Allowed {${tables.scopes.map((scope) => `\n  '${scope}':${union(allows([scope]))}`).join('')}
}
`,
)

await writeFile(
  new URL('packages/sdk/src/testing/contract.gen.ts', root),
  banner + testingTable(parse(source) as Contract, METHODS),
)
