import type { Limits } from './limits.ts'

/** A request on its way through the layers: plain data, so that it can be sent again. */
export interface Outgoing extends Limits {
  /** As `organization.unlink`; names the request in errors and logs. */
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Headers
  /** A function makes it anew for each attempt. */
  readonly body?: string | (() => Promise<string>) | undefined
  readonly signal?: AbortSignal | undefined
  /** When the total timeout is over, in milliseconds since the epoch. */
  readonly until?: number
  /** How many attempts went before. */
  readonly attempt?: number
  readonly safeToRepeat: boolean
}

/** A request whose body is made. */
export interface Ready extends Outgoing {
  readonly body?: string | undefined
}

/** An answer that was read. */
export interface Answer {
  readonly response: Response
  readonly text: string
  /** The JSON in it; the text where it is none. */
  readonly body: unknown
  /** How many attempts went before the one that was answered. */
  readonly attempt?: number
}

export type Send = (request: Outgoing) => Promise<Answer>

/** Adds one thing to sending, and leaves the rest to the next. */
export type Layer = (next: Send) => Send

/** What the client needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
