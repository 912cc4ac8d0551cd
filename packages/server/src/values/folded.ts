/**
 * Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowel signs of Arabic: writing leaves them out as often as not. Marks of
 * other scripts stay, because they are what tells syllables apart there.
 */
const optionalMarks =
  /[\u0300-\u0344\u0346-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g

/**
 * Folds a text for search, so that spellings of one text become equal in every script: compatibility forms (NFKC), full case folding
 * (`ß` and `ss`, all three sigmas, the Turkish `ı` and `İ` with `i`), accents, invisible characters and runs of white space (S91).
 */
export function folded(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(optionalMarks, '')
  // The capital of a letter brings its variants together; the small letters of that are the fold (Unicode, chapter 5.18).
  const cased = bare.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  return cased.normalize('NFKD').replaceAll(optionalMarks, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** True if a person reads two texts as the same: the normal form, the white space and invisible characters don't count, capitals do. */
export const readsAs = (one: string, other: string): boolean => asRead(one) === asRead(other)

const asRead = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim()
