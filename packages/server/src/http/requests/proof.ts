import type { BodyOf, OperationId, PathOf, QueryOf } from '@sendoff/api'
import type * as z from 'zod'
import type { requests } from './index.ts'

/** Compiles while each schema takes exactly the type that openapi.yaml gives; an error names what drifted. */
export type Proof = Nothing<Drift<typeof requests>>

/** Compiles for `never` only. */
export type Nothing<Drifted extends never> = Drifted

/** What differs from the contract, as `organization.unlink body`. */
export type Drift<Requests extends Record<OperationId, object>> = {
  [Id in OperationId]:
    | Unless<Identical<Input<Requests[Id], 'path'>, PathOf<Id>>, `${Id} path`>
    | Unless<Identical<Input<Requests[Id], 'query'>, QueryOf<Id>>, `${Id} query`>
    | Unless<Identical<Input<Requests[Id], 'body'>, BodyOf<Id>>, `${Id} body`>
}[OperationId]

type Input<Request, Place extends string> = Request extends { [P in Place]: infer Schema } ? z.input<Schema> : undefined

type Unless<Holds, Name> = Holds extends true ? never : Name

// A conditional type that waits for T is assignable to another only when both compare with the same type.
type Identical<A, B> = Same<Plain<A>, Plain<B>>
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** As JSON is: no `undefined`, and no index signature for an object without members. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]: Plain<Exclude<T[Key], undefined>> }
    : T
