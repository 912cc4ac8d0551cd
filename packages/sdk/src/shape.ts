import type { BodyOf, OperationId, operations, PathOf, QueryOf, ReplyOf, Scope } from '@sendoff/api'
import type { List } from './list.ts'
import type { CallOptions, WriteOptions } from './options.ts'

type Table = typeof operations

/** `true` for each way of calling whose scopes are all in `Scopes`. */
type Allows<Caller, Scopes> = Caller extends { scopes: readonly (infer Needed)[] }
  ? [Exclude<Needed, Scopes>] extends [never]
    ? true
    : never
  : never

/** The operations that a token with `Scopes` may call: in one way at least, or without any token. One that is streamed has its own function. */
export type OperationsFor<Scopes extends Scope> = {
  [Id in OperationId]: Table[Id]['streamed'] extends true
    ? never
    : Table[Id]['callers'] extends readonly []
      ? Id
      : true extends Allows<Table[Id]['callers'][number], Scopes>
        ? Id
        : never
}[OperationId]

/** The operations that are called: all but those that are streamed. */
export type Called = {
  [Id in OperationId]: Table[Id]['streamed'] extends true ? never : Id
}[OperationId]

/** Path parameters, query and body of an operation in one object. */
export type ParamsOf<Id extends OperationId> = PathOf<Id> &
  QueryOf<Id> &
  (BodyOf<Id> extends undefined ? Record<never, never> : BodyOf<Id>)

/** What an operation resolves to: the body of its success, `undefined` when there is none. */
export type ResultOf<Id extends OperationId> = ReplyOf<Id>['body']

type OptionsOf<Id extends OperationId> = Table[Id]['idempotent'] extends true ? WriteOptions : CallOptions

/** A body of alternatives has members although none is in all of them. */
type AnyKey<Params> = Params extends unknown ? keyof Params : never

type Arguments<Params, Options> = [AnyKey<Params>] extends [never]
  ? [options?: Options]
  : Record<never, never> extends Params
    ? [params?: Params, options?: Options]
    : [params: Params, options?: Options]

/** What is read and has `data` is a list, in pages or whole. */
type Answer<Id extends OperationId, Result> = Table[Id]['method'] extends 'GET'
  ? Result extends { data: (infer Item)[] }
    ? List<Result, Item>
    : Promise<Result>
  : Promise<Result>

type Method<Id extends OperationId> = (...args: Arguments<ParamsOf<Id>, OptionsOf<Id>>) => Answer<Id, ResultOf<Id>>

type NamespaceOf<Id> = Id extends `${infer Namespace}.${string}` ? Namespace : never

/** The client for a token with `Scopes`: `organization.unlink` is its `organization` object's `unlink`. */
export type Client<Scopes extends Scope> = {
  readonly [Namespace in NamespaceOf<OperationsFor<Scopes>>]: {
    readonly [Id in OperationsFor<Scopes> as Id extends `${Namespace}.${infer Name}` ? Name : never]: Method<Id>
  }
}
