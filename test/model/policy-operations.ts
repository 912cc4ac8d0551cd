import fc from 'fast-check'
import { actorOf, anActor, anOrganization, first, operation, organizationOf } from './operation.ts'

const MODES = ['never', 'before_departure', 'when_scheduled'] as const

export const setPolicies = operation(
  'organization.setPolicies',
  fc.record({
    organization: anOrganization,
    actor: anActor,
    instant: fc.boolean(),
    leaverMayDelete: fc.boolean(),
    windowDays: fc.constantFrom(7, 30, 90),
    suspend: fc.constantFrom(...MODES),
    suspensionHours: fc.constantFrom(1, 24, 72),
  }),
  (model, real, { organization: chosen, actor, instant, ...policies }) => {
    const organization = organizationOf(model, chosen)
    const { name, token, refusal, administrator } = actorOf(model, organization, actor)
    const { leaverMayDelete, windowDays, suspend, suspensionHours } = policies
    return {
      says: `${name} sets ${instant ? 'instant leave' : 'approval'} and ${JSON.stringify(policies)}`,
      refusal: first(refusal, !administrator && 'admin_required'),
      send: () =>
        real.call('PATCH', '/v1.0/organization/policies', token, {
          instant_leave: instant ? 'everyone' : 'nobody',
          leaver_may_delete: leaverMayDelete,
          restore_window_days: windowDays,
          suspend_then_depart: suspend,
          suspension_hours: suspensionHours,
        }),
      follow() {
        organization.policy = instant ? 'instant' : 'approval'
        organization.policies = policies
      },
    }
  },
)
