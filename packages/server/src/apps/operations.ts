import { operations, read, write } from '../operation.ts'
import { getApp, listApps } from './app.ts'
import { deleteAuthorization, listAuthorizations } from './authorization.ts'
import { createApp } from './create.ts'
import { deleteApp } from './delete.ts'
import { createSecret } from './secrets/create.ts'
import { deleteSecret } from './secrets/delete.ts'
import { updateApp } from './update.ts'

export const apps = operations({
  'apps.list': read(listApps),
  'apps.create': write(createApp),
  'apps.get': read(getApp),
  'apps.update': write(updateApp),
  'apps.delete': write(deleteApp),
  'apps.createSecret': write(createSecret),
  'apps.deleteSecret': write(deleteSecret),
  'authorizations.list': read(listAuthorizations),
  'authorizations.delete': write(deleteAuthorization),
})
