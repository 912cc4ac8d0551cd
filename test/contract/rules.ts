import { type Document, dereference } from '../support/contract/document.ts'
import { bodyOf, type Located, operationsOf } from '../support/contract/operations.ts'
import { constantsOf, schemasIn } from '../support/contract/schemas-in.ts'
import { validateRequest } from '../support/contract/validate.ts'
import { layout } from './layout.ts'
import { portable } from './portable.ts'

/** Looks at a document and names each place that breaks a rule. */
export type Rule = (document: Document) => string[]

/** For people who can't sign in yet. */
const OPEN = ['verificationCodes.create', 'accounts.register', 'recovery.create']
const isOpen = (id: string) => id.startsWith('sandbox.') || OPEN.includes(id)

/** Tells whether a pattern covers the whole text and has no nested repetition. */
const isBounded = (pattern = '') =>
  /^\^.*\$$/.test(pattern) && !/(?<!\\)[*+]|,\}/.test(pattern.replaceAll(/\[[^\]]*\]/g, 'a'))

/** U+0000, which PostgreSQL refuses, and halves of surrogate pairs, which most parsers of JSON refuse. */
const UNSTORABLE = ['\u0000', '\ud83d', '\udc4b', '\udc4b\ud83d'].map((one) => `aaaaaaaaaa${one}b`)

const isWrite = ({ method }: Located) => method !== 'GET'
const lacking = ({ id }: Located, needed: string[], had: string[]) =>
  needed.filter((one) => !had.includes(one)).map((one) => `${id} ${one}`)
const isStream = ({ responses }: Located) => Object.hasOwn(responses['200']?.content ?? {}, 'text/event-stream')
const headersOf = ({ parameters = [] }: Located) =>
  parameters.filter((one) => one.in === 'header').map((one) => one.name)

/** A rule that looks at each operation by itself. */
const each =
  (look: (operation: Located, document: Document) => string[]): Rule =>
  (written) => {
    const document = dereference(written)
    return operationsOf(document).flatMap((operation) => look(operation, document))
  }

/** The conventions of openapi.yaml that no type can express. */
export const rules: Record<string, Rule> = {
  ...layout,
  ...portable,

  'an operation is named by its resource and what is done': each(({ id }) =>
    /^[a-zA-Z]+\.[a-zA-Z]+$/.test(id) ? [] : [id],
  ),

  'an operation says who may call it; only those of the sandbox and for who cannot sign in yet take no token': each(
    ({ id, security }) => (security !== undefined && (security.length === 0) === isOpen(id) ? [] : [id]),
  ),

  'an operation takes scopes that its caller may hold': each(({ id, security = [] }, document) =>
    security.flatMap(Object.entries).flatMap(([caller, scopes]) => {
      const held = scopesOf(document, caller)
      return scopes.filter((scope: string) => !held.includes(scope)).map((scope: string) => `${id} ${caller} ${scope}`)
    }),
  ),

  'an operation documents how it refuses': each((operation) => {
    const tokens = operation.security?.length ? ['401', '403'] : []
    const bodies = isWrite(operation) ? ['409', '413', '415', '422'] : []
    return lacking(operation, ['400', ...tokens, ...bodies, '405', '500', '503'], Object.keys(operation.responses))
  }),

  'a write takes an Idempotency-Key, a read takes neither that nor a body': each((operation) => {
    if (isWrite(operation)) return lacking(operation, ['Idempotency-Key'], headersOf(operation))
    // By which a client says where a stream broke off.
    const headers = headersOf(operation).filter((name) => name !== 'Last-Event-ID' || !isStream(operation))
    return operation.requestBody || headers.length > 0 ? [operation.id] : []
  }),

  'a success documents its headers': each((operation) => {
    const needed = ['X-Request-Id', ...(isWrite(operation) ? ['Idempotency-Replayed'] : [])]
    const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
    return successes.flatMap(([, response]) => lacking(operation, needed, Object.keys(response.headers ?? {})))
  }),

  'a success is JSON, for some lists CSV too, or a stream of events, and a refusal is a problem with a code': each(
    ({ id, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) => {
        const types = Object.keys(content).join()
        if (status.startsWith('2'))
          return ['application/json', 'application/json,text/csv', 'text/event-stream', ''].includes(types)
            ? []
            : [`${id} ${status}`]
        const schema = content['application/problem+json']?.schema
        const alternatives = schema?.oneOf ?? [schema]
        const coded = alternatives.every((one) => constantsOf(one, 'code').length === 1)
        return types === 'application/problem+json' && coded ? [] : [`${id} ${status}`]
      }),
  ),

  'a request is closed, whatever is inside it': each((operation) =>
    schemasIn(`${operation.id} body`, operation.takes.body)
      .filter(([, { type, properties, additionalProperties }]) =>
        type === 'object' || properties ? additionalProperties !== false : false,
      )
      .map(([at]) => at),
  ),

  'a request that has a body has to have it, or takes an empty object too': each(({ id, requestBody, takes }) =>
    !takes.body || requestBody?.required || validateRequest(takes.body, {}).length === 0 ? [] : [id],
  ),

  'a value in a request is no longer or larger than the contract says': each((operation) => {
    const parameters = operation.parameters ?? []
    return [
      ...schemasIn(`${operation.id} body`, operation.takes.body),
      ...parameters.flatMap(({ name, schema }) => schemasIn(`${operation.id} ${name}`, schema)),
    ]
      .filter(([, { type, enum: values, format, pattern, maxLength, minimum, maximum, maxItems }]) => {
        if (type === 'string')
          return values === undefined && format === undefined && maxLength === undefined && !isBounded(pattern)
        if (type === 'integer') return minimum === undefined || maximum === undefined
        return type === 'array' && maxItems === undefined
      })
      .map(([at]) => at)
  }),

  'a text in a request holds no character that a store or a consumer can not take': each((operation) => {
    const parameters = operation.parameters ?? []
    return [
      ...schemasIn(`${operation.id} body`, operation.takes.body),
      ...parameters.flatMap(({ name, schema }) => schemasIn(`${operation.id} ${name}`, schema)),
    ]
      .filter(([, { type, enum: values, format, pattern }]) => {
        if (type !== 'string' || values !== undefined || format !== undefined) return false
        const whole = new RegExp(pattern ?? '', 'u')
        return UNSTORABLE.some((text) => whole.test(text))
      })
      .map(([at]) => at)
  }),

  'an answer is open, whatever is inside it': each(({ id, responses }) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.values(content).flatMap(({ schema }) => closed(`${id} ${status}`, schema)),
    ),
  ),

  'an event is open, whatever is inside it': (written) =>
    eventsOf(dereference(written)).flatMap(({ type, schema }) => closed(type, schema)),

  'an event says its own type': (written) =>
    eventsOf(dereference(written))
      .filter(({ type, schema }) => constantsOf(schema, 'type').join() !== type)
      .map(({ type }) => type),

  'an event is read with a scope that an app may hold': (written) =>
    eventsOf(written)
      .filter(({ readScope }) => !scopesOf(written, 'app').includes(readScope ?? ''))
      .map(({ type }) => type),

  'every event is one of Event, and EventType names it': (written) => {
    const { Event, EventType } = written.components.schemas
    const events = eventsOf(written).map(({ type, schema }) => `${type} ${schema?.$ref}`)
    const mapped = Object.entries(Event?.discriminator?.mapping ?? {}).map(([type, ref]) => `${type} ${ref}`)
    const named = EventType?.enum?.map((type) => `${type} ${Event?.discriminator?.mapping[String(type)]}`) ?? []
    const alternatives = Event?.oneOf?.map(({ $ref }) => String($ref)) ?? []
    return [
      ...unequal('mapping', events, mapped),
      ...unequal('EventType', events, named),
      ...unequal(
        'oneOf',
        events.map((one) => String(one.split(' ')[1])),
        alternatives,
      ),
    ]
  },

  'every scope is one that an app or a person may hold': (written) =>
    unequal(
      'Scope',
      [...new Set([...scopesOf(written, 'app'), ...scopesOf(written, 'user')])],
      (written.components.schemas.Scope?.enum ?? []).map(String),
    ),
}

const eventsOf = ({ webhooks }: Document) =>
  Object.entries(webhooks).map(([type, { post }]) => ({ type, schema: bodyOf(post), readScope: post['x-read-scope'] }))

const scopesOf = ({ components }: Document, caller: string): string[] =>
  Object.values(components.securitySchemes[caller]?.flows ?? {}).flatMap(({ scopes }) => Object.keys(scopes))

const closed = (at: string, schema: Parameters<typeof schemasIn>[1]) =>
  schemasIn(at, schema)
    .filter(([, one]) => one.additionalProperties === false || one.unevaluatedProperties === false)
    .map(([place]) => place)

const unequal = (at: string, one: string[], other: string[]) => [
  ...one.filter((item) => !other.includes(item)).map((item) => `${at} ${item}`),
  ...other.filter((item) => !one.includes(item)).map((item) => `${at} ${item}`),
]
