import { checkPassword } from '../../accounts/check-password.ts'
import { previewUnlink } from '../../associations/preview-unlink.ts'
import { unlink } from '../../associations/unlink.ts'
import { transferFounder } from '../../founder/transfer.ts'
import { listAdmins } from '../../members/administrators.ts'
import { getLeavePolicy, setLeavePolicy } from '../../organizations/leave-policy.ts'
import { getOrganization, updateOrganization } from '../../organizations/organization.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const organizationHandlers: HandlersOf<'organization'> = {
  'organization.get': read(async (db, { actor }) => ({ status: 200, body: await getOrganization(db, actor) })),
  'organization.unlink': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await unlink(tx, actor, body, now),
  })),
  'organization.previewUnlink': write(async (tx, { actor, body }) => ({
    status: 200,
    body: await previewUnlink(tx, actor, body),
  })),
  'organization.update': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await updateOrganization(tx, actor, body, now),
  })),
  'organization.listAdmins': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAdmins(db, actor, query),
  })),
  'organization.getLeavePolicy': read(async (db, { actor }) => ({
    status: 200,
    body: await getLeavePolicy(db, actor),
  })),
  'organization.setLeavePolicy': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await setLeavePolicy(tx, actor, body, now),
  })),
  'organization.transferFounder': write(
    async (tx, { actor, body, now }) => ({ status: 200, body: await transferFounder(tx, actor, body, now) }),
    async (store, { actor, body, now }) => {
      // Anybody else is refused whatever the password; a former founder who repeats the request gets the first answer again.
      if (actor.type === 'user' && actor.role === 'founder') await checkPassword(store, actor, body.password, now)
    },
  ),
}
