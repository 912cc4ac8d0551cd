/**
 * The value of a `RateLimit` header (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param policy the name of the limit
 * @param left how many more are allowed
 * @param seconds until it starts anew
 */
export function rateLimit(policy: string, left: number, seconds: number): string {
  return `"${policy}";r=${left};t=${seconds}`
}
