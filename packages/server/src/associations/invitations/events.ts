import type { NewEvent } from '../../events/event.ts'
import type { Invitation } from './invitation.ts'

/** The outcome of an invitation, which is the last word of its event type. */
export type InvitationFact = 'invited' | 'declined' | 'revoked' | 'expired'

/** Builds the events of an invitation: one for each organisation, with its direction. */
export function invitationEvents(fact: InvitationFact, invitation: Invitation, actor: NewEvent['actor']): NewEvent[] {
  const { invitation_id, org_id, associated_org_id, type } = invitation
  const event = (orgId: string, direction: 'sent' | 'received'): NewEvent => ({
    orgId,
    type: `organization.association.${fact}`,
    actor,
    data: { invitation_id, org_id, associated_org_id, type, direction },
  })
  return [event(org_id, 'sent'), event(associated_org_id, 'received')]
}
