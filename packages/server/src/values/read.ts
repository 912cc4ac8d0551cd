import * as z from 'zod'
import { readEmail } from './email.ts'
import { readFreeText } from './free-text.ts'
import { readName, readPublicName } from './name.ts'
import { readPhone } from './phone.ts'
import type { Reading } from './reading.ts'
import { readSearch } from './search.ts'

const readers = {
  email: readEmail,
  phone: readPhone,
  name: readName,
  'public-name': readPublicName,
  'free-text': readFreeText,
  search: readSearch,
} satisfies Record<string, (text: string) => Reading>

/**
 * Reads an accepted text by its kind (`x-text` in the contract), as the last check of its schema. The rules behind it, the idempotency key
 * and the audit log see the one form of the text.
 */
export function readAs(kind: keyof typeof readers): z.core.$ZodCheck<string> {
  return z.check<string>((text) => {
    if (text.issues.length > 0) return
    const reading = readers[kind](text.value)
    if ('value' in reading) text.value = reading.value
    else text.issues.push({ code: 'custom', message: reading.fault, input: text.value })
  })
}
