import type { components, operations as OperationTypes } from './openapi.gen.ts';
import type { eventTypes, operations } from './tables.gen.ts';
export type Schemas = components['schemas'];
export type OperationId = keyof typeof operations;
export type Scope = Schemas['Scope'];
export type EventType = keyof typeof eventTypes;
export type EventTypeFilter = Schemas['EventTypeFilter'];
export type Event = Schemas['Event'];
export type EventOf<Type extends EventType> = Extract<Event, {
    type: Type;
}>;
type Never<T> = [T] extends [never] ? Record<never, never> : T;
type Part<Id extends OperationId, Place extends 'path' | 'query'> = OperationTypes[Id] extends {
    parameters: {
        [P in Place]?: infer Value;
    };
} ? Never<NonNullable<Value>> : Record<never, never>;
export type PathOf<Id extends OperationId> = Part<Id, 'path'>;
export type QueryOf<Id extends OperationId> = Part<Id, 'query'>;
type RequestBody<Id extends OperationId> = OperationTypes[Id] extends {
    requestBody?: infer Body;
} ? NonNullable<Body> : never;
export type BodyOf<Id extends OperationId> = [RequestBody<Id>] extends [never] ? undefined : RequestBody<Id> extends {
    content: {
        'application/json': infer Body;
    };
} ? Body : undefined;
type Responses<Id extends OperationId> = OperationTypes[Id]['responses'];
type Success = 200 | 201 | 202 | 204;
type Json<Response> = Response extends {
    content: {
        'application/json': infer Body;
    };
} ? Body : undefined;
export type ReplyOf<Id extends OperationId> = {
    [Status in keyof Responses<Id> & Success]: {
        status: Status;
        body: Json<Responses<Id>[Status]>;
    };
}[keyof Responses<Id> & Success];
type ProblemIn<Response> = Response extends {
    content: {
        'application/problem+json': infer Body;
    };
} ? Body : never;
export type ProblemOf<Id extends OperationId> = {
    [Status in keyof Responses<Id>]: ProblemIn<Responses<Id>[Status]>;
}[keyof Responses<Id>];
export type AnyProblem = {
    [Id in OperationId]: ProblemOf<Id>;
}[OperationId];
export type ProblemCode = AnyProblem['code'];
export {};
