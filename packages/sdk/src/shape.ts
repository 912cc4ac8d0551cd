import type { BodyOf, OperationId, operations, PathOf, QueryOf, ResultOf, Scope } from '@sendoff/api'
import type { List } from './list.ts'
import type { CallOptions, WriteOptions } from './options.ts'

type Table = typeof operations

/** `true` for each way of calling whose scopes are all among `Scopes`. */
type Allows<Caller, Scopes> = Caller extends { scopes: readonly (infer Needed)[] }
  ? [Exclude<Needed, Scopes>] extends [never]
    ? true
    : never
  : never

/** The operations that a token with `Scopes` may call in at least one way, or without a token. Streamed ones have functions of their own. */
export type OperationsFor<Scopes extends Scope> = {
  [Id in OperationId]: Table[Id]['streamed'] extends true
    ? never
    : Table[Id]['callers'] extends readonly []
      ? Id
      : true extends Allows<Table[Id]['callers'][number], Scopes>
        ? Id
        : never
}[OperationId]

/** All operations but those that are streamed. */
export type Called = {
  [Id in OperationId]: Table[Id]['streamed'] extends true ? never : Id
}[OperationId]

/** The path parameters, query and body of an operation, in one object. */
export type ParamsOf<Id extends OperationId> = Loose<
  PathOf<Id> & QueryOf<Id> & (BodyOf<Id> extends undefined ? Record<never, never> : BodyOf<Id>)
>

/** Allows `undefined` for optional members at every depth, also under `exactOptionalPropertyTypes`: it is not sent. */
type Loose<Value> = Value extends readonly unknown[]
  ? { [Key in keyof Value]: Loose<Value[Key]> }
  : Value extends object
    ? { [Key in keyof Value]: Loose<Value[Key]> | (Record<never, never> extends Pick<Value, Key> ? undefined : never) }
    : Value

type OptionsOf<Id extends OperationId> = Table[Id]['idempotent'] extends true ? WriteOptions : CallOptions

/** The members of all alternatives of a body, which may have none in common. */
type AnyKey<Params> = Params extends unknown ? keyof Params : never

type Arguments<Params, Options> = [AnyKey<Params>] extends [never]
  ? [options?: Options]
  : Record<never, never> extends Params
    ? [params?: Params, options?: Options]
    : [params: Params, options?: Options]

/** A read whose result has `data` is a list, paged or not. */
type Answer<Id extends OperationId, Result> = Table[Id]['method'] extends 'GET'
  ? Result extends { data: (infer Item)[] }
    ? List<Result, Item>
    : Promise<Result>
  : Promise<Result>

type Method<Id extends OperationId> = (...args: Arguments<ParamsOf<Id>, OptionsOf<Id>>) => Answer<Id, ResultOf<Id>>

type NamespaceOf<Id> = Id extends `${infer Namespace}.${string}` ? Namespace : never

/** The client for a token with `Scopes`. The operation `organization.unlink` is the method `unlink` of its `organization`. */
export type Client<Scopes extends Scope> = {
  readonly [Namespace in NamespaceOf<OperationsFor<Scopes>>]: {
    readonly [Id in OperationsFor<Scopes> as Id extends `${Namespace}.${infer Name}` ? Name : never]: Method<Id>
  }
}
