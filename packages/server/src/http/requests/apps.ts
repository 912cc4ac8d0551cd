import * as z from 'zod'
import { id, name, nothing, page, scope, withoutNul } from './fields.ts'

export const apps = {
  'apps.list': { path: nothing, query: page },
  'apps.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      name: name,
      kind: z.enum(['internal', 'third_party']),
      scopes: z.array(scope).min(1).max(100),
      redirect_uris: z.array(z.string().min(1).max(2000).regex(withoutNul)).max(20).exactOptional(),
    }),
  },
  'apps.get': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.update': {
    path: z.strictObject({ app_id: id }),
    query: nothing,
    body: z.strictObject({
      name: name.exactOptional(),
      status: z.enum(['active', 'suspended']).exactOptional(),
      scopes: z.array(scope).min(1).max(100).exactOptional(),
      redirect_uris: z.array(z.string().min(1).max(2000).regex(withoutNul)).max(20).exactOptional(),
    }),
  },
  'apps.delete': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.createSecret': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.deleteSecret': { path: z.strictObject({ app_id: id, secret_id: id }), query: nothing },
  'authorizations.list': { path: nothing, query: page },
  'authorizations.delete': { path: z.strictObject({ authorization_id: id }), query: nothing },
  'auditLogs.list': {
    path: nothing,
    query: page.extend({
      action: z
        .string()
        .min(1)
        .max(64)
        .regex(/^[A-Za-z.]*$/)
        .exactOptional(),
      target_id: id.exactOptional(),
      actor_id: id.exactOptional(),
    }),
  },
}
