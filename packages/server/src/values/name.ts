import { invalid } from '../refusal.ts'
import type { Reading } from './reading.ts'
import { isBlank, isMisleading, trimmed } from './visible.ts'

/** The platform's own name, which nobody else may use. */
const OWN = 'sendoff'

/** Letters and digits that look like a letter of {@link OWN} (from UTS 39), by that letter. */
const LOOKALIKES: Record<string, string> = {
  s: 'ѕꜱƽʂՏꮪᏚ5$',
  e: 'еєҽεɛ℮ꭼᎬ3',
  n: 'ոռпηνɴŋ',
  d: 'ԁɗđɖꭰᎠᗞᗪ',
  o: 'оοօσøᴏסဝჿഠ০०〇0',
  f: 'ғƒẝꞙքϝ',
}
const letterOf = new Map(
  Object.entries(LOOKALIKES).flatMap(([letter, alike]) => [...alike].map((one) => [one, letter])),
)

/**
 * Reads the name of a person or a thing: one line that shows something, in NFC, without white space at its ends. Controls, marks of the
 * writing direction and other invisible characters are refused; joiners and variation selectors stay (S88).
 */
export function readName(text: string): Reading {
  const name = trimmed(text).normalize('NFC')
  if (isBlank(name)) return { fault: 'name.readable' }
  return isMisleading(name) ? { fault: 'name.visible' } : { value: name }
}

/** Reads the name of an app or an organisation, by which people decide whom to trust: {@link readName} without private characters. */
export function readPublicName(text: string): Reading {
  return /[\ue000-\uf8ff]/.test(text) ? { fault: 'name.visible' } : readName(text)
}

/**
 * Refuses the platform's own name for an app or an organisation, and names that look like it.
 *
 * @throws {Refusal} `invalid_request`
 */
export function refuseOwnName(name: string): void {
  if (readsAsOwn(name)) throw invalid('/name', 'name.platform')
}

/** True if a word of the name contains the platform's name, or the whole name spells it ("S e n d - o f f"). */
function readsAsOwn(name: string): boolean {
  const plain = [...name.normalize('NFKD').replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')]
    .map((one) => letterOf.get(one) ?? letterOf.get(one.toLowerCase()) ?? one.toLowerCase())
    .join('')
  const words = plain.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => word.includes(OWN)) || words.join('') === OWN
}
