const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
const month = `(?<month>${months.join('|')})`
const time = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)'
const forms = [
  `${weekday}, (?<day>\\d\\d?) ${month} (?<year>\\d{4}) ${time} (?:gmt|utc)`,
  `${weekday}, (?<day>\\d\\d?)-${month}-(?<year>\\d\\d|\\d{4}) ${time} (?:gmt|utc)`,
  `${weekday} ${month} {1,2}(?<day>\\d\\d?) ${time} (?<year>\\d{4})(?: (?:gmt|utc))?`,
]
  // Linear: no part of them repeats without end.
  .map((form) => new RegExp(`^${form}$`, 'i'))

/**
 * Reads a date in any of the three forms of HTTP (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, RFC 850's
 * `Sunday, 06-Nov-94 08:49:37 GMT` and asctime's `Sun Nov  6 08:49:37 1994`.
 *
 * @param now decides the century of a year with two digits, which is at most 50 years ahead, in milliseconds
 * @returns milliseconds since 1970, or null when it is none of them, or a day that no calendar has
 */
export function readHttpDate(text: string, now: number): number | null {
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return null
  const month = months.indexOf(parts.month?.toLowerCase() ?? '')
  const day = Number(parts.day)
  const at = new Date(0)
  at.setUTCFullYear(yearOf(parts.year ?? '', now), month, day)
  // The 31st of a shorter month would be a day of the next one.
  if (at.getUTCMonth() !== month || at.getUTCDate() !== day) return null
  return at.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
}

function yearOf(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  if (year > thisYear + 50) return year - 100
  return year <= thisYear - 50 ? year + 100 : year
}
