/** A list: await it for one page, or iterate over the items of that page and of all that follow it. */
export interface List<Page, Item> extends Promise<Page>, AsyncIterable<Item> {}

interface AnyPage {
  readonly data: readonly unknown[]
  readonly next_cursor?: string | null
}

type Position = Readonly<Record<string, unknown>>

/**
 * Makes a list, which asks for nothing before it is awaited or iterated.
 *
 * @param read gets the page at a position
 * @param positionOf makes a position of a page's `next_cursor`
 */
export function list(
  read: (position: Position) => Promise<unknown>,
  positionOf: (cursor: string) => Position,
): List<unknown, unknown> {
  let first: Promise<unknown> | undefined
  const page = () => {
    first ??= read({})
    return first
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for; a subclass of Promise could not be lazy
    then: (fulfilled, rejected) => page().then(fulfilled, rejected),
    catch: (rejected) => page().catch(rejected),
    finally: (settled) => page().finally(settled),
    [Symbol.toStringTag]: 'List',
    async *[Symbol.asyncIterator]() {
      for (let position: Position = {}; ; ) {
        const { data, next_cursor } = (await read(position)) as AnyPage
        yield* data
        if (!next_cursor) return
        position = positionOf(next_cursor)
      }
    },
  }
}
