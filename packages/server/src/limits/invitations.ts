import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { takeEach } from './limiter.ts'
import {
  associationInvitationPolicy,
  invitedByFounderPolicy,
  invitedPolicy,
  memberInvitationPolicy,
} from './policies.ts'

/** The one who is invited: another organisation, or the owner of an address. */
export type Invited = { orgId: string } | { address: string }

/**
 * Limits the invitations of an organisation to other organisations or to people, over all servers. Call it with the inviting
 * organisation locked, after every other check: a refused invitation is not counted.
 *
 * @throws {Refusal} `rate_limited`
 */
export async function countInvitation(work: Work, orgId: string, invited: Invited): Promise<void> {
  const [policy, whom] =
    'orgId' in invited ? [associationInvitationPolicy, invited.orgId] : [memberInvitationPolicy, invited.address]
  const founder = await founderOf(work.db, orgId)
  const uses = [
    { policy, target: orgId },
    { policy: invitedPolicy, target: `${orgId} ${whom}` },
    { policy: invitedByFounderPolicy, target: `${founder} ${whom}` },
  ]
  await takeEach(work, uses)
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
