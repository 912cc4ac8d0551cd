import { pieces } from '../transport/pieces.ts'

/** A message of a stream of server-sent events (HTML, section 9.2). */
export interface Message {
  readonly event: string
  /** Empty when the message only reports the position of the server. */
  readonly data: string
  readonly id: string | undefined
}

/** The most bytes of a line, and characters of a message's data; an event has a few thousand. */
const LONGEST = 4_194_304

/** The number of characters that each line of data counts for, because a million empty lines take memory too. */
const LINE_COST = 64
const LF = 10
const CR = 13

/**
 * Reads a stream of server-sent events.
 *
 * @param onRetry receives the wait before a reconnection that the server asks for, in milliseconds
 * @throws RangeError for a line or a message of more than 4 MiB
 */
export async function* messagesOf(
  stream: AsyncIterable<Uint8Array>,
  onRetry: (ms: number) => void,
): AsyncGenerator<Message> {
  let event = ''
  let data: string[] = []
  let size = 0
  let id: string | undefined
  for await (const line of linesOf(stream)) {
    if (line === '') {
      if (data.length > 0 || id !== undefined) yield { event: event || 'message', data: data.join('\n'), id }
      event = ''
      data = []
      size = 0
      id = undefined
      continue
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1))
    if (field === 'data') {
      size += value.length + LINE_COST
      if (size > LONGEST) throw tooLong('A message')
      data.push(value)
    } else if (field === 'event') event = value
    else if (field === 'id') id = value
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value))
  }
}

/**
 * Splits a stream into lines, which end with CR LF, LF or CR. Each byte is read once. An incomplete last line is left out.
 */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const line = pieces()
  const add = (piece: Uint8Array) => {
    if (line.add(piece) > LONGEST) throw tooLong('A line')
  }
  let isAfterCr = false
  for await (const chunk of stream) {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte !== LF && byte !== CR) isAfterCr = false
      else if (byte === LF && isAfterCr) {
        isAfterCr = false
        start = at + 1
      } else {
        isAfterCr = byte === CR
        add(chunk.subarray(start, at))
        start = at + 1
        yield decoder.decode(line.take())
      }
    }
    add(chunk.subarray(start))
  }
}

function tooLong(what: string) {
  return new RangeError(`${what} of the stream of events has more than ${LONGEST} bytes`)
}
