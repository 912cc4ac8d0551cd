/** Parses JSON; text that is none is returned as it is. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The `code` of a problem. */
export function problemCode(body: unknown): unknown {
  return isObject(body) ? body.code : undefined
}
