import type { Called, ParamsOf } from '../shape.ts'
import { type Schema, type Shape, shapesAt } from './contract.ts'
import { ContractError } from './error.ts'
import { faultOf } from './schema.ts'

/** A call as the client made it. */
export interface Call<Id extends Called> {
  readonly operation: Id
  readonly params: ParamsOf<Id>
  readonly headers: Headers
  /** The idempotency key of a write. */
  readonly idempotencyKey: string | undefined
}

/** A request that the contract documents. */
export interface Documented {
  readonly shape: Shape
  readonly params: Readonly<Record<string, unknown>>
}

/** @throws ContractError when the contract does not document the request */
export async function checkedRequest(request: Request): Promise<Documented> {
  const { method, headers } = request
  const url = new URL(request.url)
  const here = shapesAt(url.pathname)
  const match = here.find(({ shape }) => shape.method === method)
  const refuse = (what: string): never => {
    throw new ContractError(match?.shape.id ?? `${method} ${url.pathname}`, what, headers)
  }
  if (!match) {
    const methods = here.map(({ shape }) => shape.method)
    return refuse(methods.length > 0 ? `this path has only ${methods.join(', ')}` : 'there is no such path')
  }
  const { shape, values } = match
  const hold = (where: string, schema: Schema, value: unknown) => {
    const fault = faultOf(schema, value)
    if (fault) refuse(`${where} ${fault}`)
  }
  if (shape.isStreamed) refuse('the double cannot answer a stream')
  if (shape.takesToken && !/^(Bearer|DPoP) \S+$/.test(headers.get('authorization') ?? '')) refuse('there is no token')
  if (shape.key) {
    const key = headers.get('idempotency-key')
    if (key === null) refuse('there is no idempotency key')
    hold('the idempotency key', shape.key, key)
  }
  const path = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, decoded(text)]))
  for (const [name, schema] of Object.entries(shape.pathParameters)) hold(`${name} in the path`, schema, path[name])
  const query = queryOf(shape, url.search, refuse)
  for (const [name, value] of Object.entries(query)) hold(`${name} in the query`, shape.query[name] ?? {}, value)
  const body = bodyOf(shape, headers, await request.text(), refuse)
  if (body !== undefined) hold('the body:', shape.body ?? {}, body)
  return { shape, params: { ...path, ...query, ...(body as object) } }
}

type Refuse = (what: string) => never

function queryOf({ query, required }: Shape, search: string, refuse: Refuse): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  // Parsed by hand, because a comma between list items differs from a percent-encoded one.
  for (const pair of search.slice(1).split('&')) {
    if (!pair) continue
    const [name = '', text = ''] = pair.split('=')
    const schema = query[name]
    if (!schema) return refuse(`"${name}" is not in the contract`)
    if (Object.hasOwn(read, name)) return refuse(`"${name}" is repeated in the query`)
    read[name] = readAs(schema, text)
  }
  const missing = required.find((name) => !Object.hasOwn(read, name))
  return missing ? refuse(`${missing} is not in the query`) : read
}

/** Reads a text as a type. Other text stays as it is, and does not fit the schema. */
function readAs({ type }: Schema, text: string): unknown {
  if (type === 'array') return text.split(',').map(decoded)
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text)
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return decoded(text)
}

/** Decodes a text. Invalid encoding stays as it is, and hardly fits the schema. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function bodyOf({ body, isBodyRequired }: Shape, headers: Headers, text: string, refuse: Refuse): unknown {
  if (text === '') return isBodyRequired ? refuse('there is no body') : undefined
  if (!body) return refuse('takes no body')
  const type = headers.get('content-type')?.split(';')[0]?.trim()
  if (type !== 'application/json') return refuse(`the body is ${type ?? 'of no type'}, not application/json`)
  try {
    return JSON.parse(text)
  } catch {
    return refuse('the body is no JSON')
  }
}
