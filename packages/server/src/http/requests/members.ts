import * as z from 'zod'
import {
  anyText,
  condition,
  deptId,
  email,
  externalId,
  id,
  name,
  nothing,
  page,
  phone,
  resourceInput,
  text,
} from '../../web/fields.ts'

export const members = {
  'members.list': {
    path: nothing,
    query: page.extend({
      status: z.enum(['active', 'departed']).default('active'),
      dept_id: deptId.exactOptional(),
      q: anyText(1, 100).exactOptional(),
    }),
  },
  'members.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      name: name,
      email: email.exactOptional(),
      phone: phone.exactOptional(),
      external_id: externalId.exactOptional(),
      dept_ids: z.array(deptId).min(1).max(50).exactOptional(),
      manager_id: id.exactOptional(),
    }),
  },
  'members.get': { path: z.strictObject({ account_id: id }), query: nothing },
  'members.update': {
    path: z.strictObject({ account_id: id }),
    query: nothing,
    body: z.strictObject({
      name: name.exactOptional(),
      external_id: externalId.nullable().exactOptional(),
      dept_ids: z.array(deptId).min(1).max(50).exactOptional(),
      manager_id: id.nullable().exactOptional(),
    }),
  },
  'members.setCondition': {
    path: z.strictObject({ account_id: id }),
    query: nothing,
    body: z.strictObject({ condition: condition, reason_text: text.exactOptional() }),
  },
  'members.setRole': {
    path: z.strictObject({ account_id: id }),
    query: nothing,
    body: z.strictObject({ role: z.enum(['admin', 'member']) }),
  },
  'resources.list': { path: z.strictObject({ account_id: id }), query: page },
  'resources.upsert': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ resources: z.array(resourceInput).min(1).max(500) }),
  },
  'resources.get': { path: z.strictObject({ resource_id: id }), query: nothing },
}
