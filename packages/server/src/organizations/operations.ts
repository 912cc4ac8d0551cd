import { operations, read, write, writeAnywhere } from '../operation.ts'
import { createOrganization } from './create.ts'
import { createDepartment, listDepartments } from './departments.ts'
import { getLeavePolicy, setLeavePolicy } from './leave-policy.ts'
import { getOrganization, updateOrganization } from './organization.ts'

export const organizations = operations({
  'organization.get': read(getOrganization),
  'organization.update': write(updateOrganization),
  'organization.getLeavePolicy': read(getLeavePolicy),
  'organization.setLeavePolicy': write(setLeavePolicy),
  'organizations.create': writeAnywhere(createOrganization),
  'departments.list': read(listDepartments),
  'departments.create': write(createDepartment),
})
