import type { Socket } from 'node:net'
import { errors } from 'undici'

/** The most bytes of informational answers, as of an answer's own headers. */
const MAX_REMOVED = 16 * 1024

// 101 is left out: it ends HTTP on the connection, which was not requested.
const OPENING = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r]/
const EXAMPLE = 'HTTP/1.1 100 '
const HEAD_END = '\r\n\r\n'

/**
 * Removes the informational answers (1xx) before an answer. A client must accept any number of them, also ones that it did not ask for
 * (RFC 9110 section 15.2), but undici fails at a 100.
 */
export class InterimAnswers {
  #waiting: Buffer = Buffer.alloc(0)
  #removed = 0
  #isOver = false
  #heard = false

  /** True if a byte was received since the request began. */
  get heard(): boolean {
    return this.#heard
  }

  /** Starts again, for the next request. */
  begin(): void {
    this.#waiting = Buffer.alloc(0)
    this.#removed = 0
    this.#isOver = false
    this.#heard = false
  }

  /**
   * Takes bytes as they are received.
   *
   * @returns the bytes that belong to the answer; none while that is not known
   * @throws {errors.HeadersOverflowError} after 16 KiB of informational answers
   */
  pass(bytes: Buffer): Buffer {
    this.#heard = true
    if (this.#isOver) return bytes
    let rest: Buffer = this.#waiting.length === 0 ? bytes : Buffer.concat([this.#waiting, bytes])
    for (;;) {
      const begins = rest.toString('latin1', 0, EXAMPLE.length)
      // Completed by the example, because the rest of the status line may be missing yet.
      if (!OPENING.test(begins + EXAMPLE.slice(begins.length))) {
        this.#isOver = true
        this.#waiting = Buffer.alloc(0)
        return rest
      }
      const end = rest.indexOf(HEAD_END)
      if (end === -1) break
      this.#remove(end + HEAD_END.length)
      rest = rest.subarray(end + HEAD_END.length)
    }
    if (rest.length > MAX_REMOVED) throw new errors.HeadersOverflowError()
    this.#waiting = rest
    return Buffer.alloc(0)
  }

  #remove(length: number): void {
    this.#removed += length
    if (this.#removed > MAX_REMOVED) throw new errors.HeadersOverflowError()
  }
}

/**
 * Removes informational answers from everything that is read from a socket, which is destroyed if they do not end.
 *
 * @param socket a socket that is only read by `read`, as undici does
 */
export function removeInterimAnswers(socket: Socket): InterimAnswers {
  const answers = new InterimAnswers()
  const read = socket.read.bind(socket)
  socket.read = (size?: number) => {
    for (;;) {
      const bytes: Buffer | null = read(size)
      if (bytes === null) return null
      try {
        const passed = answers.pass(bytes)
        if (passed.length > 0) return passed
      } catch (cause) {
        socket.destroy(cause as Error)
        return null
      }
    }
  }
  return answers
}
