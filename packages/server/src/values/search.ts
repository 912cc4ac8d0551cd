import { unicodeEmail } from './email.ts'
import { folded } from './folded.ts'
import { readPhone } from './phone.ts'
import type { Reading } from './reading.ts'

/** The searchable texts of an account, as they are stored; a null column is no part of them. */
type Searchable = { name: string; email: string | null; phone: string | null; external_id: string | null }

/** Stands between the folded texts of a column. No folded text contains it, so that no match spans two of them. */
const BETWEEN = '\n'

/** Returns the two columns in which an account is searched: its name, which everybody may search, and its contacts and number. */
export function searchColumns({ name, email, phone, external_id }: Searchable) {
  const contacts = [email, email && unicodeEmail(email), phone, external_id].filter((one) => one !== null)
  return { search_name: folded(name), search_contacts: [...new Set(contacts.map(folded))].join(BETWEEN) }
}

/** Reads the text of a search into its folded form; one of which nothing is left is refused. */
export function readSearch(text: string): Reading {
  const value = folded(text)
  return value === '' ? { fault: 'text.filled' } : { value }
}

/** The forms of a folded search under which contacts are looked for: itself, and for a part of a phone number its digits. */
export function contactForms(search: string): string[] {
  const phone = readPhone(search)
  if ('value' in phone) return [search, phone.value]
  const digits = search.replaceAll(/\D/g, '').replace(/^0+/, '')
  return /^[\d\s+().\-/]+$/.test(search) && digits.length > 2 ? [search, digits] : [search]
}
