import type { Actor } from '../../actor.ts'
import type { NewEvent } from '../../events/event.ts'
import type { Invitation } from './invitation.ts'

/** What became of an invitation, as the last word of its event. */
export type InvitationFact = 'invited' | 'declined' | 'revoked'

/** What is told of an invitation: to both organisations, each with its direction. */
export function invitationEvents(fact: InvitationFact, invitation: Invitation, actor: Actor): NewEvent[] {
  const { invitation_id, org_id, associated_org_id, type } = invitation
  const event = (orgId: string, direction: 'sent' | 'received'): NewEvent => ({
    orgId,
    type: `organization.association.${fact}`,
    actor,
    data: { invitation_id, org_id, associated_org_id, type, direction },
  })
  return [event(org_id, 'sent'), event(associated_org_id, 'received')]
}
