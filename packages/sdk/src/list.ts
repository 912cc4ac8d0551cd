/** A list: await it for its first page, or iterate over the items of all pages. */
export interface List<Page, Item> extends Promise<Page>, AsyncIterable<Item> {}

interface AnyPage {
  readonly data: readonly unknown[]
  readonly next_cursor?: string | null
}

type Position = Readonly<Record<string, unknown>>

/**
 * Makes a list, which sends no request before it is awaited or iterated.
 *
 * @param operation names the list in errors
 * @param read fetches the page at a position
 * @param positionOf turns a page's `next_cursor` into a position
 */
export function list(
  operation: string,
  read: (position: Position) => Promise<unknown>,
  positionOf: (cursor: string) => Position,
): List<unknown, unknown> {
  let first: Promise<unknown> | undefined
  const page = () => {
    first ??= read({})
    return first
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is made to be awaited, and a subclass of Promise could not be lazy
    then: (...listeners) => page().then(...listeners),
    catch: (...listeners) => page().catch(...listeners),
    finally: (...listeners) => page().finally(...listeners),
    [Symbol.toStringTag]: 'List',
    async *[Symbol.asyncIterator]() {
      const check = progress(operation)
      for (let position: Position = {}; ; ) {
        const { data, next_cursor } = (await read(position)) as AnyPage
        yield* data
        if (!next_cursor) return
        check(next_cursor, data.length)
        position = positionOf(next_cursor)
      }
    },
  }
}

/** The number of empty pages in a row after which a list counts as endless. */
const MOST_EMPTY = 1000

/**
 * Makes a check that a list makes progress. It remembers one cursor, and replaces it after 1, 2, 4, 8 … pages, which finds a cycle of any
 * length (Brent's algorithm). The check throws a RangeError.
 */
function progress(operation: string): (cursor: string, items: number) => void {
  let kept = ''
  let pages = 0
  let renewAt = 1
  let empty = 0
  return (cursor, items) => {
    empty = items > 0 ? 0 : empty + 1
    if (cursor === kept || empty > MOST_EMPTY) {
      throw new RangeError(`${operation}: the server’s list has no end`)
    }
    if (++pages < renewAt) return
    kept = cursor
    renewAt *= 2
  }
}
