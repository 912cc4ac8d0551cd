/** The time limits of a call, and its number of retries. */
export interface Limits {
  /** The limit of one attempt, in milliseconds. */
  readonly timeout: number
  /** The limit of all attempts and the waits between them, in milliseconds. */
  readonly totalTimeout: number
  /** The most attempts after the first. */
  readonly maxRetries: number
}

type Given = { readonly [Name in keyof Limits]?: number | undefined }

/**
 * Completes the given limits with the usual ones.
 *
 * @throws TypeError for a negative limit or `NaN`, with which a call would never end
 */
export function limitsOf(
  given: Given,
  usual: Limits = { timeout: 30_000, totalTimeout: 120_000, maxRetries: 2 },
): Limits {
  const limits: Record<keyof Limits, number> = { ...usual }
  for (const name of Object.keys(usual) as (keyof Limits)[]) {
    const limit = given[name] ?? usual[name]
    if (!(limit >= 0)) throw new TypeError(`${name} must be a number of 0 or more`)
    limits[name] = limit
  }
  return limits
}
