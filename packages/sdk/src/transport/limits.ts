/** How long a call may take, and how often it may be tried. */
export interface Limits {
  /** Milliseconds for one attempt. */
  readonly timeout: number
  /** Milliseconds for all attempts and what is between them. */
  readonly totalTimeout: number
  /** How many attempts there may be after the first. */
  readonly maxRetries: number
}

type Given = { readonly [Name in keyof Limits]?: number | undefined }

/**
 * The limits that are given, and of others the usual ones.
 *
 * @throws TypeError for one that is none, as `NaN`, with which a call would have no end
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
