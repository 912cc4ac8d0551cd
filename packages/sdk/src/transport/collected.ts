import { type Bytes, pieces } from './pieces.ts'

export const encoder = new TextEncoder()

/**
 * Collects the first bytes of a stream, and leaves it as soon as there are too many.
 *
 * @param stream yields bytes, or text, for example a Node stream after `setEncoding`
 * @returns at most `most + 1` bytes: more than `most` tell that there were too many
 */
export async function collected(stream: AsyncIterable<Uint8Array | string>, most: number): Promise<Bytes> {
  const read = pieces()
  let left = most + 1
  for await (const chunk of stream) {
    const bytes = (typeof chunk === 'string' ? encoder.encode(chunk) : chunk).subarray(0, left)
    read.add(bytes)
    left -= bytes.length
    // Leaving the loop cancels the stream.
    if (left === 0) break
  }
  return read.take()
}
