import * as z from 'zod'
import {
  email,
  id,
  name,
  nothing,
  page,
  password,
  phone,
  reasonCode,
  text,
  verificationCode,
} from '../../web/fields.ts'

export const accounts = {
  'verificationCodes.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      email: email.exactOptional(),
      phone: phone.exactOptional(),
      purpose: z.enum(['register', 'recover']),
    }),
  },
  'accounts.register': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      email: email.exactOptional(),
      phone: phone.exactOptional(),
      code: verificationCode,
      verification_id: id.exactOptional(),
      password: password,
      name: name,
    }),
  },
  'recovery.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      email: email.exactOptional(),
      phone: phone.exactOptional(),
      code: verificationCode,
      verification_id: id.exactOptional(),
      new_password: password,
    }),
  },
  'me.get': { path: nothing, query: nothing },
  'me.listAccounts': { path: nothing, query: page },
  'me.listOrganizations': { path: nothing, query: page },
  'me.listDepartures': { path: nothing, query: page },
  'me.listNotifications': { path: nothing, query: page },
  'me.deregister': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      confirm: z.literal(true),
      password: password,
      reason_code: reasonCode.exactOptional(),
      reason_text: text.exactOptional(),
    }),
  },
}
