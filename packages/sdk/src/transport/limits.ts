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

/** The limits that are given, and of others the usual ones. */
export function limitsOf(
  { timeout, totalTimeout, maxRetries }: Given,
  usual: Limits = { timeout: 30_000, totalTimeout: 120_000, maxRetries: 2 },
): Limits {
  return {
    timeout: timeout ?? usual.timeout,
    totalTimeout: totalTimeout ?? usual.totalTimeout,
    maxRetries: maxRetries ?? usual.maxRetries,
  }
}
