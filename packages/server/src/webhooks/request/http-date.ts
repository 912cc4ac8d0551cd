const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
const MONTH = `(?<month>${MONTHS.join('|')})`
const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)'
const FORMS = [
  `${WEEKDAY}, (?<day>\\d\\d?) ${MONTH} (?<year>\\d{4}) ${TIME} (?:gmt|utc)`,
  `${WEEKDAY}, (?<day>\\d\\d?)-${MONTH}-(?<year>\\d\\d|\\d{4}) ${TIME} (?:gmt|utc)`,
  `${WEEKDAY} ${MONTH} {1,2}(?<day>\\d\\d?) ${TIME} (?<year>\\d{4})(?: (?:gmt|utc))?`,
]
  // Linear: no part of the forms repeats without a limit.
  .map((form) => new RegExp(`^${form}$`, 'i'))

/**
 * Reads a date in any of the three forms of HTTP (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, RFC 850's
 * `Sunday, 06-Nov-94 08:49:37 GMT` and asctime's `Sun Nov  6 08:49:37 1994`.
 *
 * @param now decides the century of a year with two digits, which is at most 50 years ahead, in milliseconds
 * @returns milliseconds since 1970, or null if the text has another form or names a day that does not exist
 */
export function readHttpDate(text: string, now: number): number | null {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return null
  const month = MONTHS.indexOf(parts.month?.toLowerCase() ?? '')
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
