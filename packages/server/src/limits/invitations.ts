import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import { countWithin, forgetEnded, secondsUntil } from './count.ts'

/** Somebody who is invited: another organisation, or whoever has an address. */
export type Invited = { orgId: string } | { address: string }

const WINDOW = 24 * 60 * 60 * 1000
const MOST_OF_PAIR = 5
/** From all organisations of one founder together, so that founding more of them does not help. */
const MOST_OF_FOUNDER = 10

/**
 * Limits what an organisation puts before another organisation or before a person, over all servers, in windows of 24 hours. Call it
 * with the inviting organisation locked, after everything else that can refuse: what is refused is not counted.
 *
 * @param most how many the organisation invites in a window, whomever
 * @param now business time, in milliseconds
 * @throws {Refusal} `rate_limited`
 */
export async function countInvitation(
  tx: Tx,
  orgId: string,
  invited: Invited,
  most: number,
  now: number,
): Promise<void> {
  await forgetEnded(tx, 'invite:', now)
  const [kind, whom] = 'orgId' in invited ? ['organization', invited.orgId] : ['address', invited.address]
  const founder = await founderOf(tx, orgId)
  const limits = [
    { subject: `invite:${orgId}:${kind}`, most },
    { subject: `invite:${orgId}:${kind}:${whom}`, most: MOST_OF_PAIR },
    { subject: `invite:${founder}:${kind}:${whom}`, most: MOST_OF_FOUNDER },
  ]
  for (const limit of limits) {
    const { count, until } = await countWithin(tx, limit.subject, WINDOW, now)
    if (count > limit.most) throw new Refusal('rate_limited', { retry_after: secondsUntil(until, now) })
  }
}

async function founderOf(tx: Tx, orgId: string): Promise<string> {
  const founder = await tx
    .selectFrom('account')
    .select('identity_id')
    .where('org_id', '=', orgId)
    .where('role', '=', 'founder')
    .where('status', '=', 'active')
    .executeTakeFirst()
  return founder?.identity_id ?? orgId
}
