import { ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/min'
import type { Reading } from './reading.ts'

/** Marks of the writing direction and other invisible characters, which come with numbers from an address book. */
const invisible = /[\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Reads a phone number as people write it into E.164 (S90): digits of any script, spaces, hyphens, dots, slashes and parentheses;
 * `00` in place of the plus; a zero of the national form, as in `+49 (0) 151`, is left out. A number without its country code, an
 * extension, and a number that is too short or too long for its country are refused.
 */
export function readPhone(text: string): Reading {
  const plain = text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/[·•∙・]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const international = plain.replace(/^(\(?) ?\+? ?00/, '$1+').replace(/^\( ?(\+[\d ]+)\)/, '$1 ')
  if (!international.startsWith('+')) return { fault: /\d/.test(plain) ? 'phone.country' : 'phone.digits' }
  try {
    const phone = parsePhoneNumberWithError(international, { extract: false })
    if (phone.ext !== undefined) return { fault: 'phone.extension' }
    return phone.isPossible() ? { value: phone.number } : { fault: 'phone.length' }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { fault: faultOf[error.message as keyof typeof faultOf] ?? 'phone.digits' }
  }
}

const faultOf = { INVALID_COUNTRY: 'phone.country', TOO_SHORT: 'phone.length', TOO_LONG: 'phone.length' } as const
