import type { Defaults } from './defaults.gen.ts'
import type { components, operations as OperationTypes } from './openapi.gen.ts'
import type { eventTypes, operations } from './tables.gen.ts'

export type Schemas = components['schemas']

/** The id of an operation, for example `organization.unlink`. */
export type OperationId = keyof typeof operations

/** A permission that a token carries. */
export type Scope = Schemas['Scope']

/** The type of an event, for example `organization.association.unlinked`. */
export type EventType = keyof typeof eventTypes

/** A type of event, all types below a name, for example `member.*`, or `*`. */
export type EventTypeFilter = Schemas['EventTypeFilter']

/** An event as it is delivered and listed, discriminated by `type`. */
export type Event = Schemas['Event']

/** The members that every event has, beside `type` and `data`. */
export type EventEnvelope = Omit<Schemas['PingEvent'], 'type' | 'data'>

/** An event of one type. */
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

type Never<T> = [T] extends [never] ? Record<never, never> : T
type Part<Id extends OperationId, Place extends 'path' | 'query'> = OperationTypes[Id] extends {
  parameters: { [P in Place]?: infer Value }
}
  ? Never<NonNullable<Value>>
  : Record<never, never>

/** The parameters of an operation's path. */
export type PathOf<Id extends OperationId> = Part<Id, 'path'>

/** The parameters of an operation's query. */
export type QueryOf<Id extends OperationId> = Part<Id, 'query'>

type RequestBody<Id extends OperationId> = OperationTypes[Id] extends { requestBody?: infer Body }
  ? NonNullable<Body>
  : never

/** The JSON body that an operation takes; `undefined` for one that takes none. */
export type BodyOf<Id extends OperationId> = [RequestBody<Id>] extends [never]
  ? undefined
  : RequestBody<Id> extends { content: { 'application/json': infer Body } }
    ? Body
    : undefined

type Preset<Id extends OperationId> = Id extends keyof Defaults ? Defaults[Id] : never
type Filled<Value, Name extends string> = Value extends object
  ? { [Key in keyof Value as Key extends Name ? Key : never]-?: Value[Key] } & {
      [Key in keyof Value as Key extends Name ? never : Key]: Value[Key]
    }
  : Value

/** The parts of a request after the server accepted it, with the defaults filled in. */
export type AcceptedOf<Id extends OperationId> = {
  path: PathOf<Id>
  query: Filled<QueryOf<Id>, Preset<Id>>
  body: Filled<BodyOf<Id>, Preset<Id>>
}

/** The path parameters, query and body of an accepted request, in one object. */
export type CallOf<Id extends OperationId> = AcceptedOf<Id>['path'] &
  AcceptedOf<Id>['query'] &
  (BodyOf<Id> extends undefined ? Record<never, never> : AcceptedOf<Id>['body'])

type Responses<Id extends OperationId> = OperationTypes[Id]['responses']
type Success = 200 | 201 | 202 | 204
type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined

/** A successful answer: a status with its body. */
export type ReplyOf<Id extends OperationId> = {
  [Status in keyof Responses<Id> & Success]: { status: Status; body: Json<Responses<Id>[Status]> }
}[keyof Responses<Id> & Success]

/** The result of an operation: the body of its success, or `undefined` if there is none. */
export type ResultOf<Id extends OperationId> = ReplyOf<Id>['body']

type ProblemIn<Response> = Response extends { content: { 'application/problem+json': infer Body } } ? Body : never

/** All problems that an operation documents, discriminated by `code`. */
export type ProblemOf<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: ProblemIn<Responses<Id>[Status]>
}[keyof Responses<Id>]

/** All problems of the contract, discriminated by `code`. */
export type AnyProblem = { [Id in OperationId]: ProblemOf<Id> }[OperationId]

/** The stable name of a problem, for example `association_not_found`. */
export type ProblemCode = AnyProblem['code']
