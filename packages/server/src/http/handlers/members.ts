import { setCondition } from '../../members/condition.ts'
import { createMember } from '../../members/create.ts'
import { getMember, listMembers } from '../../members/list.ts'
import { setRole } from '../../members/role.ts'
import { updateMember } from '../../members/update.ts'
import { createDepartment, listDepartments } from '../../organizations/departments.ts'
import { getResource, listResources } from '../../resources/resource.ts'
import { upsertResources } from '../../resources/upsert.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const memberHandlers: HandlersOf<'members' | 'resources' | 'departments'> = {
  'members.list': read(async (db, { actor, query }) => ({ status: 200, body: await listMembers(db, actor, query) })),
  'members.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createMember(tx, actor, body, now),
  })),
  'members.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getMember(db, actor, path.account_id),
  })),
  'members.update': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await updateMember(tx, actor, { ...path, ...body }, now),
  })),
  'members.setCondition': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await setCondition(tx, actor, { ...path, ...body }, now),
  })),
  'members.setRole': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await setRole(tx, actor, { ...path, ...body }, now),
  })),
  'resources.list': read(async (db, { actor, path, query }) => ({
    status: 200,
    body: await listResources(db, actor, { ...path, ...query }),
  })),
  'resources.upsert': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await upsertResources(tx, actor, body, now),
  })),
  'resources.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getResource(db, actor, path.resource_id),
  })),
  'departments.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listDepartments(db, actor, query),
  })),
  'departments.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createDepartment(tx, actor, body, now),
  })),
}
