import { getApp, listApps } from '../../apps/app.ts'
import { deleteAuthorization, listAuthorizations } from '../../apps/authorization.ts'
import { createApp } from '../../apps/create.ts'
import { deleteApp } from '../../apps/delete.ts'
import { createSecret } from '../../apps/secrets/create.ts'
import { deleteSecret } from '../../apps/secrets/delete.ts'
import { updateApp } from '../../apps/update.ts'
import { listAuditLog } from '../../audit/list.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const appHandlers: HandlersOf<'apps' | 'authorizations' | 'auditLogs'> = {
  'apps.list': read(async (db, { actor, query }) => ({ status: 200, body: await listApps(db, actor, query) })),
  'apps.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createApp(tx, actor, body, now),
  })),
  'apps.get': read(async (db, { actor, path }) => ({ status: 200, body: await getApp(db, actor, path.app_id) })),
  'apps.update': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await updateApp(tx, actor, { ...body, ...path }, now),
  })),
  'apps.delete': write(async (tx, { actor, path, now }) => {
    await deleteApp(tx, actor, path.app_id, now)
    return { status: 204, body: undefined }
  }),
  'apps.createSecret': write(async (tx, { actor, path, now }) => ({
    status: 201,
    body: await createSecret(tx, actor, path.app_id, now),
  })),
  'apps.deleteSecret': write(async (tx, { actor, path, now }) => {
    await deleteSecret(tx, actor, path, now)
    return { status: 204, body: undefined }
  }),

  'authorizations.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAuthorizations(db, actor, query),
  })),
  'authorizations.delete': write(async (tx, { actor, path, now }) => {
    await deleteAuthorization(tx, actor, path.authorization_id, now)
    return { status: 204, body: undefined }
  }),

  'auditLogs.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAuditLog(db, actor, query),
  })),
}
