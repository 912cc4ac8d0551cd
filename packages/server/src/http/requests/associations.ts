import * as z from 'zod'
import { associationType, deptId, id, invitationStatus, nothing, page, text } from '../../web/fields.ts'

export const associations = {
  'associations.list': { path: nothing, query: page },
  'associations.get': { path: z.strictObject({ association_id: id }), query: nothing },
  'associationInvitations.list': { path: nothing, query: page.extend({ status: invitationStatus.exactOptional() }) },
  'associationInvitations.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      associated_org_id: id,
      type: associationType,
      dept_id: deptId,
      message: text.exactOptional(),
    }),
  },
  'associationInvitations.accept': {
    path: z.strictObject({ invitation_id: id }),
    query: nothing,
    body: z.strictObject({ dept_id: deptId }),
  },
  'associationInvitations.decline': { path: z.strictObject({ invitation_id: id }), query: nothing },
  'associationInvitations.revoke': { path: z.strictObject({ invitation_id: id }), query: nothing },
  'associationBlocks.list': { path: nothing, query: page },
  'associationBlocks.create': { path: nothing, query: nothing, body: z.strictObject({ associated_org_id: id }) },
  'associationBlocks.delete': { path: z.strictObject({ associated_org_id: id }), query: nothing },
}
