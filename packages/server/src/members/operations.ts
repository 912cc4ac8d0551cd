import { operations, read, write } from '../operation.ts'
import { listAdmins } from './administrators.ts'
import { setCondition } from './condition.ts'
import { createMember } from './create.ts'
import { getMember, listMembers } from './list.ts'
import { setRole } from './role.ts'
import { updateMember } from './update.ts'

export const members = operations({
  'members.list': read(listMembers),
  'members.create': write(createMember),
  'members.get': read(getMember),
  'members.update': write(updateMember),
  'members.setCondition': write(setCondition),
  'members.setRole': write(setRole),
  'organization.listAdmins': read(listAdmins),
})
