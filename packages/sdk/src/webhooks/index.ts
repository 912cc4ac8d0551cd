export type { Event, EventOf, EventType, EventTypeFilter } from '@sendoff/api'
export type { AnyRawBody, RawBody } from './body.ts'
export { type CatchUpOptions, catchUp } from './catch-up.ts'
export { type Cursors, memoryCursors, type OpenEvents } from './cursors.ts'
export type { Outcome } from './dedupe.ts'
export { type Dedupe, memoryDedupe, type Once } from './dedupe.ts'
export { HandlerTimeoutError, PermanentError, type WebhookErrorCode, WebhookVerificationError } from './error.ts'
export { EventsExpiredError, type FeedClient, type FeedQuery, NotHandledError } from './feed.ts'
export type { FollowOptions } from './follow.ts'
export { type Gap, type GapOptions, type Gaps, type OnGap, watchGaps } from './gaps.ts'
export { type Handlers, type HandlersByType, handle, type UnknownEvent } from './handle.ts'
export { createHandler, type WebhookHandler } from './handler.ts'
export type { HandlerContext, HandlerKeys, HandlerOptions } from './handler-options.ts'
export type { WebhookHeaders } from './headers.ts'
export type { Secrets } from './hmac.ts'
export { createKeySet, type Jwks, type KeySet } from './key-set.ts'
export { type PollOptions, poll, pollOnce } from './poll.ts'
export {
  done,
  failed,
  fileReceipts,
  type GiveReceipt,
  notApplicable,
  type Receipt,
  type ReceiptClient,
} from './receipt.ts'
export type { Reply } from './receive.ts'
export { type SignOptions, sign } from './sign.ts'
export { type StreamOptions, stream } from './stream.ts'
export { type Organizations, type VerifyKeys, type VerifyOptions, verify } from './verify.ts'
