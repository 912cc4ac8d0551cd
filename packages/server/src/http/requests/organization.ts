import * as z from 'zod'
import {
  deptId,
  dissolutionReason,
  id,
  leaveMode,
  name,
  nothing,
  page,
  password,
  publicName,
  reasonCode,
  text,
} from '../../web/fields.ts'

const unlink = z.strictObject({
  dept_id: deptId,
  associated_org_id: id,
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
})

export const organization = {
  'organization.get': { path: nothing, query: nothing },
  'organization.unlink': { path: nothing, query: nothing, body: unlink },
  'organization.previewUnlink': { path: nothing, query: nothing, body: unlink },
  'organization.update': { path: nothing, query: nothing, body: z.strictObject({ name: publicName }) },
  'organizations.create': { path: nothing, query: nothing, body: z.strictObject({ name: publicName }) },
  'organization.listAdmins': { path: nothing, query: page },
  'organization.getLeavePolicy': { path: nothing, query: nothing },
  'organization.setLeavePolicy': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ mode: leaveMode, fallback_recipient_id: id.exactOptional() }),
  },
  'dissolution.get': { path: nothing, query: nothing },
  'dissolution.request': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ reason_code: dissolutionReason, confirm_name: name }),
  },
  'dissolution.cancel': { path: nothing, query: nothing },
  'organization.transferFounder': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ account_id: id, password: password }),
  },
  'departments.list': { path: nothing, query: page },
  'departments.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ name: name, parent_dept_id: deptId.exactOptional(), head_id: id.exactOptional() }),
  },
}
