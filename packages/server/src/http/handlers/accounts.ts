import { createVerificationCode } from '../../accounts/create-verification-code.ts'
import { getMe, listMyAccounts, listMyOrganizations } from '../../accounts/me.ts'
import { listNotifications } from '../../accounts/my-notifications.ts'
import { recover } from '../../accounts/recover.ts'
import { registerAccount } from '../../accounts/register.ts'
import { createOrganization } from '../../organizations/create.ts'
import { type Handlers, type HandlersOf, readAnywhere, task, writeAnywhere } from '../handler.ts'
import type { HandlerParts } from './parts.ts'

type AccountHandlers = HandlersOf<'verificationCodes' | 'accounts' | 'recovery'> &
  Pick<
    Handlers,
    'me.get' | 'me.listAccounts' | 'me.listOrganizations' | 'me.listNotifications' | 'organizations.create'
  >

export const accountHandlers = (parts: HandlerParts): AccountHandlers => ({
  'verificationCodes.create': task(async ({ body }, call) => ({
    status: 202,
    body: await createVerificationCode(parts, body, call),
  })),
  'accounts.register': task(async ({ body }, call) => ({
    status: 201,
    body: await registerAccount(parts, body, call),
  })),
  'recovery.create': task(async ({ body }, call) => {
    await recover(parts, body, call)
    return { status: 204, body: undefined }
  }),

  'me.get': readAnywhere(async (view, { actor }) => ({ status: 200, body: await getMe(view, actor) })),
  'me.listAccounts': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listMyAccounts(view, actor, query),
  })),
  'me.listOrganizations': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listMyOrganizations(view, actor, query),
  })),
  'me.listNotifications': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listNotifications(view, actor, query),
  })),

  'organizations.create': writeAnywhere(async (work, { actor, body }) => ({
    status: 201,
    body: await createOrganization(work, actor, body),
  })),
})
