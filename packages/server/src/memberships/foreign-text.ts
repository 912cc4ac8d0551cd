/** As long as a text that somebody else wrote is shown, in characters. */
const MOST = 60

/**
 * Makes a text that a stranger wrote safe to show beside our own: without characters that can't be seen or that change the direction
 * of the text around them (Unicode categories Cc, Cf, Zl, Zp and what is unassigned), on one line and not long.
 */
export function foreignText(text: string): string {
  const visible = text
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    // More than two marks on a letter reach into the lines around it.
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
  const characters = [...visible]
  if (characters.length === 0) return '…'
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : visible
}
