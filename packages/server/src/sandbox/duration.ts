const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 }

/**
 * Parses an ISO 8601 duration of days, hours, minutes and seconds, within the limits of the contract.
 *
 * @returns milliseconds
 */
export function parseDuration(text: string): number {
  const parts =
    /^P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+(?:\.\d+)?)S)?)?$/.exec(text)
  return Object.entries(UNITS).reduce((sum, [unit, length]) => sum + Number(parts?.groups?.[unit] ?? 0) * length, 0)
}
