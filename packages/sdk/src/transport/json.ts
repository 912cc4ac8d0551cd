/** Parses JSON; text that is none is returned as it is. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Tells whether JSON is an object; a list is not one. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The `code` of a problem. */
export function problemCode(body: unknown): unknown {
  return isObject(body) ? body.code : undefined
}

/** Text of an answer as an error's message or a log line may show it: 300 characters at most, `undefined` for what is no text. */
export function shown(text: unknown): string | undefined {
  return typeof text === 'string' ? text.slice(0, 300) : undefined
}
