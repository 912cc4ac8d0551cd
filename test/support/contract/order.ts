import type { Located } from './operations.ts'

/** Operations that end things which others need come last, each with a world of its own. */
const LAST = [
  ...['organization.unlink', 'departments.delete', 'organization.setLeavePolicy', 'organization.setPolicies'],
  ...['members.setCondition', 'members.setRole'],
  ...['leave.create', 'leaveApplications.confirm', 'offboardings.create', 'offboardingBatches.create'],
  ...[
    'apps.update',
    'apps.deleteSecret',
    'authorizations.delete',
    'me.changeAddress',
    'me.deregister',
    'me.changePassword',
    'dissolution.request',
  ],
  ...['organization.transferFounder', 'sandbox.advanceClock', 'sandbox.reset'],
]

/** Operations in an order in which each finds what it asks for, as far as {@link needsNewWorld} is heeded. */
export const inOrder = (operations: Located[]) => operations.toSorted((a, b) => LAST.indexOf(a.id) - LAST.indexOf(b.id))

export const needsNewWorld = ({ id }: Located) => LAST.indexOf(id) > 0
