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
  'apps.list': read(async (view, { actor, query }) => ({ status: 200, body: await listApps(view, actor, query) })),
  'apps.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await createApp(work, actor, body),
  })),
  'apps.get': read(async (view, { actor, path }) => ({ status: 200, body: await getApp(view, actor, path) })),
  'apps.update': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await updateApp(work, actor, { ...body, ...path }),
  })),
  'apps.delete': write(async (work, { actor, path }) => {
    await deleteApp(work, actor, path)
    return { status: 204, body: undefined }
  }),
  'apps.createSecret': write(async (work, { actor, path }) => ({
    status: 201,
    body: await createSecret(work, actor, path),
  })),
  'apps.deleteSecret': write(async (work, { actor, path }) => {
    await deleteSecret(work, actor, path)
    return { status: 204, body: undefined }
  }),

  'authorizations.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listAuthorizations(view, actor, query),
  })),
  'authorizations.delete': write(async (work, { actor, path }) => {
    await deleteAuthorization(work, actor, path)
    return { status: 204, body: undefined }
  }),

  'auditLogs.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listAuditLog(view, actor, query),
  })),
}
