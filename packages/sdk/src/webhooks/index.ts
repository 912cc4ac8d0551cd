export type { Event, EventOf, EventType, EventTypeFilter } from '@sendoff/api'
export type { RawBody } from './body.ts'
export { catchUp } from './catch-up.ts'
export { type Cursors, memoryCursors } from './cursors.ts'
export { type Dedupe, memoryDedupe, type Once } from './dedupe.ts'
export { PermanentError, type WebhookErrorCode, WebhookVerificationError } from './error.ts'
export type { FeedClient, FeedQuery } from './feed.ts'
export { type Gap, type GapOptions, type Gaps, type OnGap, watchGaps } from './gaps.ts'
export { type Handlers, type HandlersByType, handle, type UnknownEvent } from './handle.ts'
export {
  createHandler,
  type HandlerContext,
  type HandlerKeys,
  type HandlerOptions,
  type WebhookHandler,
} from './handler.ts'
export type { WebhookHeaders } from './headers.ts'
export type { Secrets } from './hmac.ts'
export { createKeySet, type Jwks, type KeySet } from './key-set.ts'
export { type FollowOptions, type PollOptions, poll, pollOnce } from './poll.ts'
export type { Outcome } from './process.ts'
export type { Reply } from './receive.ts'
export { type SignOptions, sign } from './sign.ts'
export { type StreamOptions, stream } from './stream.ts'
export { type Organizations, type VerifyKeys, type VerifyOptions, verify } from './verify.ts'
