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
  'members.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listMembers(view, actor, query),
  })),
  'members.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await createMember(work, actor, body),
  })),
  'members.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getMember(view, actor, path),
  })),
  'members.update': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await updateMember(work, actor, { ...path, ...body }),
  })),
  'members.setCondition': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await setCondition(work, actor, { ...path, ...body }),
  })),
  'members.setRole': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await setRole(work, actor, { ...path, ...body }),
  })),
  'resources.list': read(async (view, { actor, path, query }) => ({
    status: 200,
    body: await listResources(view, actor, { ...path, ...query }),
  })),
  'resources.upsert': write(async (work, { actor, body }) => ({
    status: 200,
    body: await upsertResources(work, actor, body),
  })),
  'resources.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getResource(view, actor, path),
  })),
  'departments.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listDepartments(view, actor, query),
  })),
  'departments.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await createDepartment(work, actor, body),
  })),
}
