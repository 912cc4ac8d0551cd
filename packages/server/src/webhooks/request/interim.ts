import type { Socket } from 'node:net'
import { errors } from 'undici'

// As much as is read of an answer's own headers.
const maxRemoved = 16 * 1_024

// 101 is left out: it ends HTTP on the connection, which nobody asked for.
const opening = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r]/
const example = 'HTTP/1.1 100 '
const headEnd = '\r\n\r\n'

/**
 * Removes the informational answers (1xx) that come before an answer. A client has to accept any number of them, unasked ones
 * too (RFC 9110 section 15.2), but undici fails at a 100.
 */
export class InterimAnswers {
  #waiting: Buffer = Buffer.alloc(0)
  #removed = 0
  #isOver = false
  #heard = false

  /** True if a byte has come since the request began. */
  get heard(): boolean {
    return this.#heard
  }

  /** Starts over, for the next request. */
  begin(): void {
    this.#waiting = Buffer.alloc(0)
    this.#removed = 0
    this.#isOver = false
    this.#heard = false
  }

  /**
   * Takes bytes as they come.
   *
   * @returns the bytes that belong to the answer; none while it can't be told
   * @throws {errors.HeadersOverflowError} after 16 KiB of informational answers
   */
  pass(bytes: Buffer): Buffer {
    this.#heard = true
    if (this.#isOver) return bytes
    let rest: Buffer = this.#waiting.length === 0 ? bytes : Buffer.concat([this.#waiting, bytes])
    for (;;) {
      const begins = rest.toString('latin1', 0, example.length)
      // Completed by the example, since the rest of the status line may not have come yet.
      if (!opening.test(begins + example.slice(begins.length))) {
        this.#isOver = true
        this.#waiting = Buffer.alloc(0)
        return rest
      }
      const end = rest.indexOf(headEnd)
      if (end === -1) break
      this.#remove(end + headEnd.length)
      rest = rest.subarray(end + headEnd.length)
    }
    if (rest.length > maxRemoved) throw new errors.HeadersOverflowError()
    this.#waiting = rest
    return Buffer.alloc(0)
  }

  #remove(length: number): void {
    this.#removed += length
    if (this.#removed > maxRemoved) throw new errors.HeadersOverflowError()
  }
}

/**
 * Removes informational answers from everything that is read of a socket; it is destroyed when they do not end.
 *
 * @param socket a socket that is read by its `read` alone, as undici reads it
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
