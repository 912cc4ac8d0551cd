import * as z from 'zod'
import { deptId, id, nothing, reasonCode, text } from './fields.ts'

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
}
