import type { Hints } from '../support/contract/arbitrary.ts'
import type { Caller } from '../support/contract/callers.ts'
import type { Answer } from '../support/contract/check-answer.ts'
import type { Located } from '../support/contract/operations.ts'
import type { Sent } from '../support/contract/send.ts'
import { verdictOn } from './verdict.ts'

type Problem = { code?: string; errors?: { in: string; pointer: string }[] }

/** In what an answer is another verdict on the caller and the request than the contract's. */
export function checkVerdict(operation: Located, caller: Caller, sent: Sent, answer: Answer, hints: Hints): string[] {
  const { code, errors = [] } = problemOf(answer)
  const given = `${answer.status} ${code ?? ''}`.trim()
  // A caller without permission learns nothing about the request.
  if (caller.refused === given) return []
  if (caller.refused) return [`answers ${given} to ${caller.name}, not ${caller.refused}`]
  if (ENDS.includes(operation.id) && given === '401 token_revoked') return []
  const { faults, notJsonType, tooLarge } = verdictOn(operation, sent)
  if (notJsonType) return given === '415 unsupported_media_type' ? [] : [`answers ${given} to a body that is not JSON`]
  if (tooLarge) return given === '413 payload_too_large' ? [] : [`answers ${given} to a body that is too large`]
  const refused = given === '400 invalid_request'
  if (faults.length === 0) {
    return refused && !byItsOwnRule(operation, sent, errors, hints) ? ['refuses what the contract accepts'] : []
  }
  if (!refused) return [`answers ${given} where the contract refuses the ${faults.join(' and the ')}`]
  const wrong = errors.filter(
    (error) => !faults.some((place) => place === error.in) && !isRead(operation, nameIn(error.pointer)),
  )
  return wrong.map((error) => `refuses the ${error.in} where the contract refuses the ${faults.join(' and the ')}`)
}

function problemOf({ status, text }: Answer): Problem {
  try {
    return status >= 400 ? (JSON.parse(text) as Problem) : {}
  } catch {
    return {}
  }
}

/** Faults that no schema can express: the destination of a webhook, a past time, an unknown cursor. */
const RULED: Record<string, string[]> = {
  'webhookEndpoints.create': ['/app_id', '/url', '/headers', '/deprovisions', '/receipt_types'],
  'webhookEndpoints.update': ['/url', '/headers', '/deprovisions', '/receipt_types', '/event_types'],
  'receipts.create': ['/reason'],
  'webhookEndpoints.recover': ['/after_event_id'],
  'sandbox.advanceClock': ['/to', '/by'],
  'departments.create': ['/parent_dept_id', '/head_id'],
  'departments.update': ['/parent_dept_id', '/head_id'],
  'departments.delete': ['/move_to'],
  'departments.previewDelete': ['/move_to'],
  'organization.setLeavePolicy': ['/fallback_recipient_id'],
  'organization.setPolicies': ['/fallback_recipient_id', '/instant_leave_dept_ids'],
  'dissolution.request': ['/confirm_name'],
  'organization.transferFounder': ['/account_id'],
  'associationInvitations.create': ['/associated_org_id', '/dept_id'],
  'associationInvitations.accept': ['/dept_id'],
  'members.create': ['/', '/dept_ids', '/manager_id', '/new_person'],
  'members.changeAddress': ['/', '/email', '/verification_id', '/code'],
  'me.changeAddress': ['/', '/email', '/replaces'],
  'members.update': ['/', '/dept_ids', '/manager_id'],
  'resources.upsert': ['/resources'],
  'leave.create': ['/handover'],
  'leave.preview': ['/handover'],
  'offboardings.preview': ['/handover', '/successor_id'],
  'offboardings.create': ['/handover', '/effective_at', '/account_id', '/successor_id'],
  'offboardings.update': ['/', '/handover', '/effective_at', '/successor_id'],
  'offboardingBatches.create': ['/items'],
  'offboardingBatches.createByFilter': ['/', '/filter', '/revision', '/handover', '/effective_at'],
  'departures.handOver': ['/', '/by_kind', '/by_resource'],
  'scheduledUnlinks.create': ['/effective_at'],
  'departures.restore': ['/dept_ids', '/email', '/identity'],
  'me.markNotificationsRead': ['/', ''],
  'verificationCodes.create': ['/', '/email'],
  'accounts.register': ['/', '/email'],
  'recovery.create': ['/', '/email'],
  'apps.create': ['/scopes', '/redirect_uris', '/allowed_origins', '/jwks'],
  'apps.update': ['/', '/scopes', '/redirect_uris', '/allowed_origins', '/jwks'],
}

/** With these, somebody leaves or signs in again, and their token ends with that. */
const ENDS = ['leave.create', 'leaveApplications.confirm', 'me.deregister', 'me.changeAddress']

/** A value that is known to be right must be accepted all the same. */
function byItsOwnRule(operation: Located, sent: Sent, errors: Problem['errors'] & object, hints: Hints): boolean {
  const values = { ...Object.fromEntries(sent.query), ...JSON.parse(sent.body ?? '{}') }
  return errors.every(({ pointer }) => {
    const name = nameIn(pointer)
    const ruled = name === 'cursor' || isRead(operation, name) || RULED[operation.id]?.includes(`/${name}`)
    return ruled && !hints[name]?.includes(values[name])
  })
}

/** The member of the body, or the parameter, that a pointer leads to or into. */
const nameIn = (pointer: string) => pointer.split('/')[1] ?? ''

/** True for a member with a text that the server reads by a grammar of its own (`x-text`). */
function isRead({ takes }: Located, name: string): boolean {
  const { properties = {}, anyOf = [] } = takes.body ?? {}
  const schemas = [takes.query.properties[name], properties[name], ...anyOf.map((one) => one.properties?.[name])]
  return JSON.stringify(schemas).includes('"x-text"')
}
