import type { Notifier } from './accounts/notifier.ts'
import { accounts } from './accounts/operations.ts'
import { apps } from './apps/operations.ts'
import { associationInvitations } from './associations/invitations/operations.ts'
import { associations } from './associations/operations.ts'
import { auditLogs } from './audit/operations.ts'
import type { Sealer } from './crypto/seal.ts'
import { departments } from './departments/operations.ts'
import { leaveApplications } from './departures/applications/operations.ts'
import { creations } from './departures/creations/operations.ts'
import { deregistration } from './departures/deregister/operations.ts'
import { heldResources } from './departures/held/operations.ts'
import { leaving } from './departures/leave/operations.ts'
import { legalHolds } from './departures/legal-holds/operations.ts'
import { offboardings } from './departures/offboarding/operations.ts'
import { departures } from './departures/operations.ts'
import { leavePreviews } from './departures/previews/operations.ts'
import { restoring } from './departures/restore/operations.ts'
import { dissolution } from './dissolution/operations.ts'
import { erasures } from './erasures/operations.ts'
import type { Feed } from './events/feed.ts'
import { events } from './events/operations.ts'
import { founder } from './founder/operations.ts'
import { members } from './members/operations.ts'
import { memberships } from './memberships/operations.ts'
import type { DestinationPolicy } from './net/url.ts'
import { consents } from './oauth/operations.ts'
import type { Operations } from './operation.ts'
import { organizations } from './organizations/operations.ts'
import { resources } from './resources/operations.ts'
import { sandboxOperations } from './sandbox/operations.ts'
import type { Sandbox } from './sandbox/sandbox.ts'
import type { Store } from './store/store.ts'
import { webhooks } from './webhooks/operations.ts'
import { receipts } from './webhooks/receipts/operations.ts'

/** The parts of the server that operations need beside their unit of work. */
type Parts = {
  store: Store
  sealer: Sealer
  notifier: Notifier
  policy: DestinationPolicy
  feed: Feed
  sandbox: Sandbox | undefined
}

/**
 * Puts the tables of the domain together. An operation of the contract that the compiler misses here has no line yet in the
 * `operations.ts` of its domain folder.
 */
export const createOperations = (parts: Parts): Operations => ({
  ...accounts(parts),
  ...apps,
  ...associationInvitations,
  ...associations,
  ...auditLogs,
  ...consents,
  ...creations,
  ...departments,
  ...departures,
  ...deregistration,
  ...dissolution,
  ...erasures,
  ...events(parts),
  ...founder,
  ...heldResources,
  ...leaveApplications,
  ...leavePreviews,
  ...leaving,
  ...legalHolds,
  ...members,
  ...memberships,
  ...offboardings,
  ...organizations,
  ...receipts,
  ...resources,
  ...restoring,
  ...sandboxOperations(parts.sandbox),
  ...webhooks(parts),
})
