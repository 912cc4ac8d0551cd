/**
 * Invisible characters that change the reading of a text: marks of the writing direction (UAX 9), blanks without a width, fillers,
 * tags, annotations. The joiners U+200C and U+200D are not among them, because Persian, Indic scripts and emoji need them.
 */
const INVISIBLE =
  '\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E007F}'
// Linear: one class of characters.
const misleading = new RegExp(`[\\p{Cc}${INVISIBLE}]`, 'u')
// Linear: one class of characters.
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu')
/** Characters that show something. Braille's blank cell and the null notehead are symbols without any ink. */
const ink = /[^\s\u0085\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\u2800\u{1D159}]/u

/** A flag of a region, for example of Scotland: a black flag whose letters are tags (UTS 51). */
const regionalFlags = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu

/** True if a text shows nothing to its reader: white space, joiners, fillers, blank symbols. */
export const isBlank = (text: string): boolean => !ink.test(text)

/** True for a text with control characters, or with invisible ones that change its reading. */
export const isMisleading = (text: string): boolean => misleading.test(text.replaceAll(regionalFlags, ''))

/** Removes the invisible characters that change the reading of a text. */
export const withoutInvisible = (text: string): string => text.replaceAll(invisible, '')

/** Removes the white space of every script from both ends of a text; U+0085 is one that JavaScript does not trim. */
export function trimmed(text: string): string {
  const isMargin = (at: number) => /[\s\u0085]/.test(text.charAt(at))
  let [start, end] = [0, text.length]
  while (start < end && isMargin(start)) start++
  while (end > start && isMargin(end - 1)) end--
  return text.slice(start, end)
}
