import type { Reading } from './reading.ts'
import { isBlank } from './visible.ts'

/**
 * Reads a reason or a comment, which shows something and may have several lines. CR, CRLF and NEL become U+000A and
 * a tabulator a space; other control characters are refused.
 */
export function readFreeText(text: string): Reading {
  const value = text.replaceAll(/\r\n?|\u0085/g, '\n').replaceAll('\t', ' ')
  if (isBlank(value)) return { fault: 'text.filled' }
  return /[^\n\P{Cc}]/u.test(value) ? { fault: 'text.lines' } : { value }
}
