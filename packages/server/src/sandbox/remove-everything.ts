import { MODE_SETTING } from '../store/mode.ts'
import type { Schema, Tx } from '../store/schema.ts'

/** Every table except the signing keys, which belong to the installation. A forgotten table does not compile. */
const tables: Record<Exclude<keyof Schema, 'signing_key'>, true> = {
  organization: true,
  organization_policy: true,
  department: true,
  department_deletion: true,
  identity: true,
  account: true,
  account_department: true,
  association: true,
  scheduled_unlink: true,
  resource: true,
  resource_share: true,
  app: true,
  app_secret: true,
  app_controller: true,
  app_origin: true,
  authorization: true,
  event: true,
  webhook_endpoint: true,
  webhook_secret: true,
  endpoint_challenge: true,
  recovery: true,
  endpoint_health: true,
  delivery: true,
  delivery_by_hand: true,
  attempt: true,
  idempotency: true,
  verification_code: true,
  proven_network: true,
  departure: true,
  receipt: true,
  legal_hold: true,
  founder_replacement: true,
  erasure: true,
  erasure_request: true,
  handover_item: true,
  held_handover: true,
  departure_reference: true,
  leave_application: true,
  offboarding: true,
  offboarding_recipient: true,
  offboarding_batch: true,
  offboarding_batch_item: true,
  offboarding_preview: true,
  leave_preview: true,
  dissolution: true,
  association_invitation: true,
  association_block: true,
  membership_block: true,
  notification: true,
  audit_log: true,
  counter: true,
  oidc_model: true,
  consent: true,
  kept_token: true,
  due_work: true,
  fan_out: true,
  fan_out_audience: true,
  fan_out_withdrawal: true,
  setting: true,
}

/** Empties the sandbox. */
export async function removeEverything(tx: Tx): Promise<void> {
  for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
    if (table !== 'idempotency' && table !== 'setting') await tx.deleteFrom(table).execute()
  }
  await tx.deleteFrom('setting').where('name', '!=', MODE_SETTING).execute()
  // The key of a running request, such as this reset, stays taken.
  await tx
    .deleteFrom('idempotency')
    .where((is) => is.or([is('status', 'is not', null), is('lease_until', '<=', Date.now())]))
    .execute()
}
