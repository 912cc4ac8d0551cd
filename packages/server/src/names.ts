import { invalid } from './refusal.ts'

/**
 * Characters that a reader can't see and that change how the rest is read: controls, marks of the writing direction (UAX 9), blanks
 * without a width, tags. The joiners U+200C and U+200D stay, because Persian, Indic scripts and emoji need them.
 */
const INVISIBLE =
  '\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\u{E0000}-\\u{E007F}'
// Linear: one class of characters.
const notInNames = new RegExp(`[\\p{Cc}\\ue000-\\uf8ff${INVISIBLE}]`, 'u')
// Linear: one class of characters.
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu')

/** The platform's own name, by which nobody else may go. */
const OWN = 'sendoff'

/** Letters and digits that look like one of those in {@link OWN} (after UTS 39), by that letter. */
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
 * Checks the name of an app or an organisation, which persons read when they decide whom to trust.
 *
 * @throws {Refusal} `invalid_request` for characters that nobody sees, and for the platform's own name or one that looks like it
 */
export function checkName(name: string): void {
  if (notInNames.test(name)) throw invalid('/name', 'name.visible')
  if (readsAsOwn(name)) throw invalid('/name', 'name.platform')
}

/** Removes from a page the characters that would have it read in another way than it is written. */
export const withoutInvisible = (page: string): string => page.replace(invisible, '')

/** Tells whether a word of the name contains the platform's, or all of it is the platform's in pieces ("S e n d - o f f"). */
function readsAsOwn(name: string): boolean {
  const plain = [...name.normalize('NFKD').replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')]
    .map((one) => letterOf.get(one) ?? letterOf.get(one.toLowerCase()) ?? one.toLowerCase())
    .join('')
  const words = plain.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => word.includes(OWN)) || words.join('') === OWN
}
