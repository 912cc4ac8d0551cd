import * as z from 'zod'
import { id, nothing, page } from '../../web/fields.ts'

export const memberships = {
  'membershipInvitations.list': { path: nothing, query: page },
  'membershipInvitations.accept': { path: z.strictObject({ account_id: id }), query: nothing },
  'membershipInvitations.decline': { path: z.strictObject({ account_id: id }), query: nothing },
  'membershipBlocks.list': { path: nothing, query: page },
  'membershipBlocks.create': { path: nothing, query: nothing, body: z.strictObject({ org_id: id }) },
  'membershipBlocks.delete': { path: z.strictObject({ org_id: id }), query: nothing },
}
