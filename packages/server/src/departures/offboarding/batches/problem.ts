import type { ProblemCode, Schemas } from '@sendoff/api'
import type { Fault, Refusal } from '../../../refusal.ts'
import { sentenceOf } from '../../../texts/sentence.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { namedRecipients } from '../../handover/recipients.ts'

type Problem = Schemas['OffboardingBatchProblem']

/** The specifics of an item's refusal as they are stored, with the texts of its faults in each language. */
type Specifics = {
  /** A pointer into the item; absent if no place is wrong. */
  pointer?: string
  recipient_id?: string
  required_scopes?: string[]
  errors?: Fault[]
}

/** The member of an item that the refusal is about, for codes that always concern the same one. */
const places: Partial<Record<ProblemCode, string>> = {
  member_not_found: '/account_id',
  personal_account_not_offboardable: '/account_id',
  already_departed: '/account_id',
  founder_must_transfer: '/account_id',
  last_admin: '/account_id',
  own_case: '/account_id',
  approval_required: '/account_id',
  offboarding_exists: '/effective_at',
  effective_at_in_past: '/effective_at',
  preview_stale: '/preview_id',
}

/** Returns the columns of an item that a rule refused. */
export function refused({ code, details }: Refusal, handover: Schemas['Handover'] = {}) {
  const { recipient_id, required_scopes, errors } = details
  const pointer = errors?.[0]?.pointer ?? (recipient_id ? placeOf(recipient_id, handover) : places[code])
  const specifics: Specifics = {
    ...(pointer !== undefined && { pointer }),
    ...(recipient_id !== undefined && { recipient_id }),
    ...(required_scopes && { required_scopes }),
    ...(errors && { errors }),
  }
  return { status: 'failed' as const, failure: code, problem: JSON.stringify(specifics) }
}

/** Finds the place at which a handover names a recipient. */
function placeOf(recipientId: string, handover: Schemas['Handover']): string | undefined {
  if (!namedRecipients(handover).includes(recipientId)) return undefined
  if (handover.recipient_id === recipientId) return '/handover/recipient_id'
  for (const list of ['by_kind', 'by_resource'] as const) {
    const i = (handover[list] ?? []).findIndex((choice) => choice.recipient_id === recipientId)
    if (i >= 0) return `/handover/${list}/${i}/recipient_id`
  }
  return undefined
}

/**
 * Presents the refusal of an item in the language of its reader.
 *
 * @param within the pointer to the item in the request that created the batch
 */
export function presentProblem(
  { failure, problem }: { failure: string | null; problem: string | null },
  within: string,
  language: Language = 'en',
): Problem | null {
  if (failure === null) return null
  const code = failure as ProblemCode
  const { pointer, recipient_id = null, required_scopes, errors = [] } = JSON.parse(problem ?? '{}') as Specifics
  const localized = errors.map((one) => ({
    ...one,
    pointer: within + one.pointer,
    detail: typeof one.detail === 'string' ? one.detail : one.detail[language],
  }))
  return {
    code,
    title: texts[language].problems[code].title,
    detail: sentenceOf(code, { ...(localized.length > 0 && { errors: localized }), required_scopes }, language),
    pointer: pointer === undefined ? null : within + pointer,
    recipient_id,
  }
}
