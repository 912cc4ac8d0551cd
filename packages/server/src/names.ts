import { invalid } from './refusal.ts'

/**
 * Invisible characters that change the reading of a text: controls, marks of the writing direction (UAX 9), blanks without a width,
 * tags. The joiners U+200C and U+200D stay, because Persian, Indic scripts and emoji need them.
 */
const INVISIBLE =
  '\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\u{E0000}-\\u{E007F}'
// Linear: one class of characters.
const notInNames = new RegExp(`[\\p{Cc}\\ue000-\\uf8ff${INVISIBLE}]`, 'u')
// Linear: one class of characters.
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu')

/** The platform's own name, which nobody else may use. */
const OWN = 'sendoff'

/** Letters and digits that look like a letter of {@link OWN} (from UTS 39), by that letter. */
const LOOKALIKES: Record<string, string> = {
  s: 'ѕꜱƽʂՏꮪᏚ5$',
  e: 'еєҽεɛ℮ꭼᎬ3',
  n: 'ոռпηνɴŋ',
  d: 'ԁɗđɖꭰᎠᗞᗪ',
  o: 'оοօσøᴏסဝჿഠ०০〇0',
  f: 'ғƒẝꞙքϝ',
}
const letterOf = new Map(
  Object.entries(LOOKALIKES).flatMap(([letter, alike]) => [...alike].map((one) => [one, letter])),
)

/**
 * Checks the name of an app or an organisation, by which people decide whom to trust.
 *
 * @throws {Refusal} `invalid_request` for invisible characters, and for the platform's own name or a name that looks like it
 */
export function checkName(name: string): void {
  if (notInNames.test(name)) throw invalid('/name', 'name.visible')
  if (readsAsOwn(name)) throw invalid('/name', 'name.platform')
}

/** Removes the invisible characters that change the reading of a text. */
export const withoutInvisible = (page: string): string => page.replace(invisible, '')

/** True if a word of the name contains the platform's name, or the whole name spells it ("S e n d - o f f"). */
function readsAsOwn(name: string): boolean {
  const plain = [...name.normalize('NFKD').replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')]
    .map((one) => letterOf.get(one) ?? letterOf.get(one.toLowerCase()) ?? one.toLowerCase())
    .join('')
  const words = plain.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => word.includes(OWN)) || words.join('') === OWN
}
