/**
 * The value of a `RateLimit` header (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param policy the name of the limit
 * @param left the number of uses that are left
 * @param seconds the time until the window ends
 */
export function rateLimit(policy: string, left: number, seconds: number): string {
  return `"${policy}";r=${left};t=${seconds}`
}
