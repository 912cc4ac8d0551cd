import type { Schemas } from '@sendoff/api'
import type { Reader } from '../store/schema.ts'

/** The ids and the texts of an account that is erased. */
export type Person = {
  pseudonym: string
  /** The ids of the account, its departures, leave applications, offboardings and batches, and of the associations that it ended or was to end. */
  ids: string[]
  /** The names, addresses, numbers, reasons and comments that are known of it, longest first. */
  texts: string[]
}

/** The shortest text that is looked for inside others: a shorter one is in too many words. */
const SHORTEST = 2

/** Finds the ids and texts of an account. */
export async function findPerson(db: Reader, orgId: string, accountId: string): Promise<Omit<Person, 'pseudonym'>> {
  const account = await db
    .selectFrom('account')
    .select(['name', 'email', 'phone', 'external_id'])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  const departures = await db
    .selectFrom('departure')
    .select(['departure_id as id', 'snapshot', 'reason_text'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .execute()
  const applications = await db
    .selectFrom('leave_application')
    .select(['application_id as id', 'reason_text', 'comment'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .execute()
  const offboardings = await db
    .selectFrom('offboarding')
    .select(['offboarding_id as id', 'reason_text', 'batch_id'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .execute()
  const requests = await db
    .selectFrom('erasure_request')
    .select(['erasure_request_id as id', 'message', 'reason'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .execute()
  const unlinks = await findUnlinks(db, orgId, accountId)
  const batches = offboardings.flatMap(({ batch_id }) => batch_id ?? [])
  const snapshots = departures.map(({ snapshot }) => JSON.parse(snapshot) as Partial<Schemas['MemberSnapshot']>)
  const addresses = [account, ...snapshots].flatMap((one) => {
    const { name, email, phone, external_id } = one as Partial<typeof account>
    return [name, email, phone, external_id]
  })
  const words = [...departures, ...offboardings, ...unlinks].map((one) => one.reason_text)
  const said = [
    ...applications.flatMap((one) => [one.reason_text, one.comment]),
    ...requests.flatMap((one) => [one.message, one.reason]),
  ]
  const texts = [...addresses, ...words, ...said].filter((text): text is string => (text?.length ?? 0) >= SHORTEST)
  return {
    ids: [
      accountId,
      ...batches,
      ...[...departures, ...applications, ...offboardings, ...requests, ...unlinks].map(({ id }) => id),
    ],
    texts: [...new Set(texts)].sort((a, b) => b.length - a.length),
  }
}

/** Finds the associations that a person ended for the organisation, and the unlinks that they scheduled, with the words that they wrote. */
async function findUnlinks(db: Reader, orgId: string, accountId: string) {
  const ended = await db
    .selectFrom('association')
    .select(['association_id as id', 'reason_text'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'unlinked')
    .where('ended_by', '=', JSON.stringify({ type: 'user', id: accountId }))
    .where('reason_text', 'is not', null)
    .execute()
  const scheduled = await db
    .selectFrom('scheduled_unlink')
    .select(['unlink_id as id', 'reason_text'])
    .where('org_id', '=', orgId)
    .where('actor_type', '=', 'user')
    .where('actor_id', '=', accountId)
    .where('reason_text', 'is not', null)
    .execute()
  return [...ended, ...scheduled]
}

/** Scripts that write words apart, so that a name inside a longer word is another word. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u

/**
 * Finds the first place of a text in another where it stands as a word of its own.
 *
 * @returns its index, or -1
 */
export function placeOf(text: string, inside: string): number {
  for (let at = inside.indexOf(text); at !== -1; at = inside.indexOf(text, at + 1)) {
    const [before, after] = [inside[at - 1] ?? '', inside[at + text.length] ?? '']
    const cutsIn = WORD.test(text.at(0) ?? '') && WORD.test(before)
    const cutsOff = WORD.test(text.at(-1) ?? '') && WORD.test(after)
    if (!cutsIn && !cutsOff) return at
  }
  return -1
}
