/** The longest text by a stranger that is shown, in characters. */
const MOST = 60

/**
 * Makes a stranger's text safe to show beside our own: short, on one line, and without characters that are invisible or
 * change the direction of the surrounding text (Unicode categories Cc, Cf, Zl, Zp and unassigned characters).
 */
export function foreignText(text: string): string {
  const visible = text
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    // More than two combining marks on a letter reach into neighbouring lines.
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
  const characters = [...visible]
  if (characters.length === 0) return '…'
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : visible
}
