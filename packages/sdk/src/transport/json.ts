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

/** The `code` of a problem, read from a copy, so that the response can be read again. */
export async function problemCode(response: Response): Promise<unknown> {
  const problem = jsonOf(await response.clone().text())
  return isObject(problem) ? problem.code : undefined
}
