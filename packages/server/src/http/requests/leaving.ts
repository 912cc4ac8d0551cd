import * as z from 'zod'
import {
  createOffboarding,
  departureMethod,
  deptId,
  entryPoint,
  handover,
  id,
  leaveApplicationStatus,
  nothing,
  offboardingStatus,
  page,
  password,
  reasonCode,
  text,
  time,
} from '../../web/fields.ts'

export const leaving = {
  'leave.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      confirm: z.literal(true),
      reason_code: reasonCode.exactOptional(),
      reason_text: text.exactOptional(),
      entry_point: entryPoint.exactOptional(),
      handover: handover.exactOptional(),
    }),
  },
  'leaveApplications.list': { path: nothing, query: page.extend({ status: leaveApplicationStatus.exactOptional() }) },
  'leaveApplications.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ reason_code: reasonCode, reason_text: text }),
  },
  'leaveApplications.get': { path: z.strictObject({ application_id: id }), query: nothing },
  'leaveApplications.approve': {
    path: z.strictObject({ application_id: id }),
    query: nothing,
    body: z.strictObject({ comment: text.exactOptional() }),
  },
  'leaveApplications.reject': {
    path: z.strictObject({ application_id: id }),
    query: nothing,
    body: z.strictObject({ comment: text.exactOptional() }),
  },
  'leaveApplications.withdraw': { path: z.strictObject({ application_id: id }), query: nothing },
  'leaveApplications.confirm': {
    path: z.strictObject({ application_id: id }),
    query: nothing,
    body: z.strictObject({ confirm: z.literal(true), password: password }),
  },
  'offboardings.preview': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ account_id: id, handover: handover.exactOptional() }),
  },
  'offboardings.list': {
    path: nothing,
    query: page.extend({ status: offboardingStatus.exactOptional(), account_id: id.exactOptional() }),
  },
  'offboardings.create': { path: nothing, query: nothing, body: createOffboarding },
  'offboardings.get': { path: z.strictObject({ offboarding_id: id }), query: nothing },
  'offboardings.update': {
    path: z.strictObject({ offboarding_id: id }),
    query: nothing,
    body: z.strictObject({
      effective_at: time.exactOptional(),
      handover: handover.exactOptional(),
      reason_code: reasonCode.exactOptional(),
      reason_text: text.exactOptional(),
    }),
  },
  'offboardings.cancel': { path: z.strictObject({ offboarding_id: id }), query: nothing },
  'offboardingBatches.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ items: z.array(createOffboarding).min(1).max(500) }),
  },
  'offboardingBatches.get': { path: z.strictObject({ batch_id: id }), query: nothing },
  'departures.list': {
    path: nothing,
    query: page.extend({ restorable: z.boolean().exactOptional(), method: departureMethod.exactOptional() }),
  },
  'departures.get': { path: z.strictObject({ departure_id: id }), query: nothing },
  'departures.getHandover': { path: z.strictObject({ departure_id: id }), query: page },
  'departures.previewRestore': { path: z.strictObject({ departure_id: id }), query: nothing },
  'departures.restore': {
    path: z.strictObject({ departure_id: id }),
    query: nothing,
    body: z.strictObject({ dept_ids: z.array(deptId).min(1).max(50).exactOptional() }),
  },
}
