import type { Limits } from './limits.ts'

/** A request on its way through the layers: plain data, so that it can be sent again. */
export interface Outgoing extends Limits {
  /** The name of the request in errors and logs, for example `organization.unlink`. */
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Headers
  /** A function is called for each attempt. */
  readonly body?: string | (() => Promise<string>) | undefined
  readonly signal?: AbortSignal | undefined
  /** The end of the total timeout, in milliseconds since the epoch. */
  readonly until?: number
  /** The number of earlier attempts. */
  readonly attempt?: number
  readonly safeToRepeat: boolean
}

/** A request whose body is a string. */
export interface Ready extends Outgoing {
  readonly body?: string | undefined
}

/** An answer whose body was read. */
export interface Answer {
  readonly response: Response
  readonly text: string
  /** The parsed JSON, or the text if it is not JSON. */
  readonly body: unknown
  /** The number of attempts before the one that was answered. */
  readonly attempt?: number
}

export type Send = (request: Outgoing) => Promise<Answer>

/** Adds one aspect to sending, and leaves the rest to the next layer. */
export type Layer = (next: Send) => Send

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
