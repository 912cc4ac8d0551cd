/** Parses JSON; other text is returned unchanged. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Tells whether a JSON value is an object, and not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The `code` of a problem. */
export function problemCode(body: unknown): unknown {
  return isObject(body) ? body.code : undefined
}

/** Cuts a text of an answer to 300 characters for a message or a log line; `undefined` for other values. */
export function shown(text: unknown): string | undefined {
  return typeof text === 'string' ? text.slice(0, 300) : undefined
}
