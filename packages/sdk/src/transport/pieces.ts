import { abortable } from './abortable.ts'

/** `Uint8Array<ArrayBuffer>`, spelt so that TypeScript before 5.7, where it has no parameter, accepts the declarations. */
export type Bytes = ReturnType<typeof Uint8Array.from>

/** Collects pieces of bytes in one buffer: a million pieces of one byte take no more memory than one piece of a million. */
export interface Pieces {
  /** Returns the number of bytes so far. */
  add(piece: Uint8Array): number
  /** Returns the bytes so far, and starts again with none. */
  take(): Bytes
}

const FIRST = 1024

export function pieces(): Pieces {
  let bytes = new Uint8Array(0)
  let length = 0
  return {
    add(piece) {
      const end = length + piece.length
      if (end > bytes.length) {
        const larger = new Uint8Array(Math.max(end, bytes.length * 2, FIRST))
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(piece, length)
      length = end
      return end
    },
    take() {
      const taken = bytes.slice(0, length)
      length = 0
      return taken
    },
  }
}

/** Iterates over a stream, which not every runtime supports. Leaving the loop, or aborting `signal`, cancels the stream. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal?: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      // A `fetch` that ignores signals would continue its stream.
      const { done, value } = await abortable(reader.read(), signal)
      if (done) return
      yield value
    }
  } finally {
    // Not awaited: a hanging source never confirms the cancellation.
    reader.cancel().catch(() => undefined)
  }
}
