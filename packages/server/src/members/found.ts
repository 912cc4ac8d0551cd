import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { contactForms } from '../values/search.ts'

/**
 * A condition on `account`: its name, contacts or number contain a search, which is folded as the stored texts are.
 *
 * @param without leaves out contacts and numbers, which not everybody may read
 */
export function isFound(search: string, without?: 'contacts'): RawBuilder<SqlBool> {
  const forms = without === 'contacts' ? [] : contactForms(search)
  const places = [
    contains('search_name', 'name', search),
    ...forms.map((form) => contains('search_contacts', 'email', form)),
  ]
  return sql<SqlBool>`(${sql.join(places, sql` or `)})`
}

/** Where the folded texts must be made again, the text itself stands in for a minute, with the small letters of ASCII. */
function contains(column: 'search_name' | 'search_contacts', origin: 'name' | 'email', folded: string) {
  const pattern = `%${folded.replaceAll(/[!%_]/g, '!$&')}%`
  return sql<SqlBool>`coalesce(${sql.ref(`account.${column}`)}, lower(${sql.ref(`account.${origin}`)})) like ${pattern} escape '!'`
}
