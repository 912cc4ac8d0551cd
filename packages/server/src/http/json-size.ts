/** The most values that a body may contain, and the deepest nesting. No operation takes a deeper body. */
const MOST_VALUES = 40_000
const DEEPEST = 32

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c]
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d]

/**
 * Measures a JSON text before it is parsed: the memory and time for parsing depend on the number of values and names, up to 0.3 s for
 * 1 MiB, while this takes 2 ms.
 *
 * @param json UTF-8; text that is not JSON is measured as if it were
 * @returns the exceeded limit, or undefined
 */
export function beyondLimit(json: Uint8Array): 'values' | 'depth' | undefined {
  let [values, depth] = [1, 0]
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case QUOTE:
        at = endOfText(json, at + 1)
        break
      case OPEN_LIST:
      case OPEN_OBJECT:
        if (++depth > DEEPEST) return 'depth'
        if (++values > MOST_VALUES) return 'values'
        break
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth--
        break
      case COMMA:
        if (++values > MOST_VALUES) return 'values'
    }
  }
  return undefined
}

/** @returns the position of the quote that ends a text, or the length if there is none */
function endOfText(json: Uint8Array, from: number): number {
  let at = from
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1
  return at
}
