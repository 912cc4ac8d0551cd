import { previewUnlink } from '../../associations/preview-unlink.ts'
import { unlink } from '../../associations/unlink.ts'
import { checkFounder, transferFounder } from '../../founder/transfer.ts'
import { listAdmins } from '../../members/administrators.ts'
import { getLeavePolicy, setLeavePolicy } from '../../organizations/leave-policy.ts'
import { getOrganization, updateOrganization } from '../../organizations/organization.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const organizationHandlers: HandlersOf<'organization'> = {
  'organization.get': read(async (view, { actor }) => ({ status: 200, body: await getOrganization(view, actor) })),
  'organization.unlink': write(async (work, { actor, body }) => ({
    status: 200,
    body: await unlink(work, actor, body),
  })),
  'organization.previewUnlink': write(async (work, { actor, body }) => ({
    status: 200,
    body: await previewUnlink(work, actor, body),
  })),
  'organization.update': write(async (work, { actor, body }) => ({
    status: 200,
    body: await updateOrganization(work, actor, body),
  })),
  'organization.listAdmins': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listAdmins(view, actor, query),
  })),
  'organization.getLeavePolicy': read(async (view, { actor }) => ({
    status: 200,
    body: await getLeavePolicy(view, actor),
  })),
  'organization.setLeavePolicy': write(async (work, { actor, body }) => ({
    status: 200,
    body: await setLeavePolicy(work, actor, body),
  })),
  'organization.transferFounder': write(
    async (work, { actor, body }) => ({ status: 200, body: await transferFounder(work, actor, body) }),
    (store, { actor, body }, at) => checkFounder(store, actor, body, at),
  ),
}
