/**
 * Cuts what somebody else wrote before it is repeated to them.
 *
 * @param most its length in UTF-16 code units, the sign of the cut included
 */
export function shortened(text: string, most = 100): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`
}
