import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../../locks/members.ts'
import type { Reader } from '../../store/schema.ts'
import { type Language, texts } from '../../texts/texts.ts'

/**
 * Lists what should be settled before a member departs: whoever gets their mailbox or phone next gets the accounts that they have outside
 * of the organisation (S68). The organisation's address is the one by which it knows the member. A person who has not accepted is left out.
 *
 * @param text the sentence for administrators, or the one for the member
 */
export async function findWarnings(
  db: Reader,
  { identity_id, org_id, email, phone, accepted_at }: MemberRow,
  language: Language,
  text: 'sign_in_elsewhere' | 'sign_in_elsewhere_own' = 'sign_in_elsewhere',
): Promise<Schemas['OffboardingWarning'][]> {
  if (accepted_at === null) return []
  const elsewhere = await db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select('account.account_id')
    .where('account.identity_id', '=', identity_id)
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is not', null)
    .where((or) => or.or([or('account.org_id', 'is', null), or('account.org_id', '!=', org_id)]))
    .where((or) => or.or([or('identity.email', '=', email ?? ''), or('identity.phone', '=', phone ?? '')]))
    .limit(1)
    .executeTakeFirst()
  return elsewhere ? [{ code: 'sign_in_elsewhere', detail: texts[language].additions[text] }] : []
}
