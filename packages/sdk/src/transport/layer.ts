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
  readonly response: FetchResponse
  readonly text: string
  /** The parsed JSON, or the text if it is not JSON. */
  readonly body: unknown
  /** The number of attempts before the one that was answered. */
  readonly attempt?: number
}

export type Send = (request: Outgoing) => Promise<Answer>

/** Adds one aspect to sending, and leaves the rest to the next layer. */
export type Layer = (next: Send) => Send

/** The part of `fetch` that the client uses, in terms that every implementation accepts: a runtime's own, or that of undici. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>

export interface FetchInit {
  method: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal | null
  redirect: 'manual'
}

/** The part of a response that the client reads. */
export interface FetchResponse {
  readonly ok: boolean
  readonly status: number
  readonly headers: {
    get(name: string): string | null
    has(name: string): boolean
    forEach(callback: (value: string, name: string) => void): void
  }
  /** A `ReadableStream`, or anything else that `text` reads. */
  readonly body: unknown
  text(): Promise<string>
}
