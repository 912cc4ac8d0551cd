export type {
  AnyProblem,
  Event,
  EventOf,
  EventType,
  OperationId,
  ProblemCode,
  ProblemOf,
  ResultOf,
  Scope,
} from '@sendoff/api'
export { createClient } from './client.ts'
export type { List } from './list.ts'
export type { CallOptions, ClientOptions, WriteOptions } from './options.ts'
export type { Client, OperationsFor, ParamsOf } from './shape.ts'
export type { Token } from './tokens/cache.ts'
export type { Grant } from './tokens/grant.ts'
export { type ClientAssertion, type PrivateKey, privateKeyJwt } from './tokens/private-key-jwt.ts'
export { refreshToken, type TokenStore, type UserTokens } from './tokens/refresh-token.ts'
export type { Credentials } from './tokens/settings.ts'
export {
  CallError,
  ConnectionError,
  isProblem,
  SendoffError,
  type SendoffErrorOf,
  TimeoutError,
  TokenError,
  UnexpectedAnswerError,
} from './transport/errors.ts'
export type { FailureLog, RequestLog, ResponseLog } from './transport/hooks.ts'
