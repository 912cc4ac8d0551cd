import type { Notifier } from '../accounts/notifier.ts'
import { expireInvitation } from '../associations/invitations/expire.ts'
import { scheduledUnlinkStep } from '../associations/scheduled/fall-due.ts'
import { departmentDeletionStep } from '../departments/empty.ts'
import { expireApplicationStep } from '../departures/applications/expire.ts'
import { leaveReviewStep } from '../departures/applications/review-step.ts'
import { handOverStep } from '../departures/handover/perform.ts'
import { heldHandoverStep } from '../departures/held/page.ts'
import { releaseLegalHoldStep } from '../departures/legal-holds/release.ts'
import { offboardingBatchStep } from '../departures/offboarding/batches/step.ts'
import { offboardingStep } from '../departures/offboarding/fall-due.ts'
import { suspensionStep } from '../departures/offboarding/suspension.ts'
import { purgeStep } from '../departures/purge.ts'
import { referencesStep } from '../departures/references/step.ts'
import { dissolutionStep } from '../dissolution/take-effect.ts'
import type { Step, WorkKind } from '../due-work/due-work.ts'
import { requestDueStep } from '../erasures/requests/overdue.ts'
import { erasureStep } from '../erasures/step.ts'
import { fanOutStep } from '../events/outbox/fan-out.ts'
import { retentionStep } from '../events/retention.ts'
import { founderReplacementStep } from '../founder/replacements/step.ts'
import { founderReplacementNoticeStep } from '../founder/replacements/tell.ts'
import { rotationStep } from '../keys/rotation.ts'
import { identifierRecycledStep } from '../members/identifier-recycled.ts'
import { reasonRetentionStep } from '../retention/erase-reasons.ts'
import { recordRetentionStep } from '../retention/remove-records.ts'
import { sweepStep } from '../retention/sweep.ts'
import { closingStep } from '../webhooks/receipts/closing.ts'
import { endedStep } from '../webhooks/receipts/ended.ts'
import { noticesStep } from '../webhooks/receipts/notices.ts'
import { recoveryStep } from '../webhooks/recovery/recovery-step.ts'
import { releaseHeldStep } from '../webhooks/recovery/release-held.ts'

/** The step of each kind of due work. */
export const createSteps = ({ notifier }: { notifier: Notifier }): Record<WorkKind, Step> => ({
  offboarding: offboardingStep,
  offboarding_suspension: suspensionStep,
  offboarding_batch: offboardingBatchStep,
  handover: handOverStep,
  held_handover: heldHandoverStep,
  references: referencesStep,
  purge: purgeStep,
  legal_hold_release: releaseLegalHoldStep,
  erasure: erasureStep,
  erasure_request_due: requestDueStep,
  leave_application_expiry: expireApplicationStep,
  leave_review: leaveReviewStep,
  invitation_expiry: expireInvitation,
  dissolution: dissolutionStep,
  founder_replacement: founderReplacementStep,
  founder_replacement_notice: founderReplacementNoticeStep(notifier),
  department_deletion: departmentDeletionStep,
  scheduled_unlink: scheduledUnlinkStep,
  key_rotation: rotationStep,
  event_retention: retentionStep,
  held_deliveries: releaseHeldStep,
  recovery: recoveryStep,
  fan_out: fanOutStep,
  identifier_recycled: identifierRecycledStep,
  departure_closing: closingStep,
  receipt_notices: noticesStep,
  receipts_ended: endedStep,
  retention: sweepStep,
  reason_retention: reasonRetentionStep,
  record_retention: recordRetentionStep,
})
