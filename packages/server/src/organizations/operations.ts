import { operations, read, write, writeAnywhere } from '../operation.ts'
import { getCounts } from './counts.ts'
import { createOrganization } from './create.ts'
import { getOrganization, updateOrganization } from './organization.ts'
import { getLeavePolicy, getPolicies, setLeavePolicy, setPolicies } from './policies.ts'

export const organizations = operations({
  'organization.get': read(getOrganization),
  'organization.update': write(updateOrganization),
  'organization.getCounts': read(getCounts),
  'organization.getLeavePolicy': read(getLeavePolicy),
  'organization.setLeavePolicy': write(setLeavePolicy),
  'organization.getPolicies': read(getPolicies),
  'organization.setPolicies': write(setPolicies),
  'organizations.create': writeAnywhere(createOrganization),
})
