/**
 * Cuts a caller's text before it is repeated to them.
 *
 * @param most the greatest length in UTF-16 code units, including the ellipsis
 */
export function shortened(text: string, most = 100): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`
}
