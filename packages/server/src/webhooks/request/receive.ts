import { type Client, type Dispatcher, errors } from 'undici'
import { BodyStart } from './answer.ts'
import type { Watch } from './watch.ts'

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

/** The part of an answer that was received; it may break off anywhere. */
export class Received {
  status: number | null = null
  headers: Headers = {}
  /** The time at which the headers were complete, in milliseconds of `performance.now()`. */
  headersAt: number | null = null
  readonly body = new BodyStart()
}

/**
 * Sends a request and receives the answer, to its end or to the limit of a body. It uses undici's `dispatch` and not its `request`, because
 * a stream for a body that is mostly empty costs as much as the rest of the request.
 *
 * @param client a connection with nothing else under way
 * @param received is filled in while the answer is received
 * @param watch ends the request immediately when it is cut
 * @throws the reason of the cut, or undici's error; the part that was received before is in `received`
 */
export function receive(
  client: Client,
  request: Dispatcher.DispatchOptions,
  received: Received,
  watch: Watch,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.dispatch(request, new Receiving(received, watch, resolve, reject))
  })
}

/** The reception of one answer, as undici notifies it. */
class Receiving implements Dispatcher.DispatchHandler {
  readonly #received: Received
  readonly #watch: Watch
  readonly #resolve: () => void
  readonly #reject: (cause: unknown) => void
  #controller: Dispatcher.DispatchController | undefined
  #isOver = false

  constructor(received: Received, watch: Watch, resolve: () => void, reject: (cause: unknown) => void) {
    this.#received = received
    this.#watch = watch
    this.#resolve = resolve
    this.#reject = reject
    watch.onCut = (reason) => {
      this.#controller?.abort(reason)
      this.#fail(reason)
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#watch.reason) controller.abort(this.#watch.reason)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    // Informational answers precede the answer.
    if (status < 200) return
    this.#received.status = status
    this.#received.headers = headers
    this.#received.headersAt = performance.now()
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#received.body.add(chunk)
    // The sender closes the connection, because the body did not end.
    if (this.#received.body.isFull) this.#succeed()
  }

  onResponseEnd(): void {
    this.#received.body.ended = true
    this.#succeed()
  }

  onResponseError(_: Dispatcher.DispatchController, cause: unknown): void {
    if (isWhole(this.#received, cause)) this.onResponseEnd()
    else this.#fail(cause)
  }

  #succeed(): void {
    if (this.#end()) this.#resolve()
  }

  #fail(cause: unknown): void {
    if (this.#end()) this.#reject(cause)
  }

  /** @returns false if it was over: then the watch is another reception's */
  #end(): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    this.#watch.onCut = undefined
    return true
  }
}

/** Tells whether the body is complete though undici misses bytes: spaces after a length (RFC 9110 section 5.5) make it read another one. */
function isWhole({ headers, body }: Received, cause: unknown): boolean {
  return (
    cause instanceof errors.ResponseContentLengthMismatchError &&
    Number(headers['content-length'] ?? '-') === body.length
  )
}
