import { scopes } from '@sendoff/api'
import * as z from 'zod'
import type { FaultText } from '../faults.ts'

/** A text by its length in characters and its pattern. One that is too long is refused by its length, and no pattern reads it. */
export const textOf = (min: number, max: number, pattern: RegExp, otherwise?: FaultText) =>
  z.string().min(min).max(max, { abort: true }).regex(pattern, otherwise)

/** Any text that could be an id; one that is none is simply not found. */
export const id = textOf(1, 64, /^[A-Za-z0-9_-]*$/)

// PostgreSQL stores no U+0000, and neither it nor most JSON parsers take half a surrogate pair (RFC 8259 section 8.2).
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what it refuses.
const storable = /^[^\u0000\ud800-\udfff]*$/u

// An empty text is left to its length.
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const moreThanSpace = /^(?:\s*[^\s\u0000\ud800-\udfff][^\u0000\ud800-\udfff]*)?$/u

const STORABLE: FaultText = 'must be text without U+0000 and unpaired surrogates'
const MORE_THAN_SPACE: FaultText = 'must be more than white space, without U+0000 and unpaired surrogates'

/** Any text that both stores and every consumer can take, with the given limits in characters. */
export const anyText = (min: number, max: number) => textOf(min, max, storable, STORABLE)

const filledText = (max: number) => textOf(1, max, moreThanSpace, MORE_THAN_SPACE)

export const text = filledText(500)

export const deptId = z.int().min(1)

export const scope = z.enum(scopes)

export const reasonCode = z.enum(['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'])

export const limit = z.int().min(1).max(200).default(50)

export const page = z.strictObject({
  limit,
  cursor: textOf(1, 500, /^[A-Za-z0-9_-]*$/).exactOptional(),
})

/** For an operation that takes nothing in its path, its query or its body. */
export const nothing = z.strictObject({})

export const name = filledText(100)

const readable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are among what it refuses.
  /^(?:[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufeff\uffa0][^\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufeff\uffa0]*)?$/u

/** A name by which persons decide whom to trust. Its characters beyond the basic plane are looked at by `names.ts`. */
export const publicName = textOf(
  1,
  100,
  readable,
  'must be more than white space, without control or invisible characters',
)

// The first label of the domain ends at its first dot, so that there is one way only to read a text.
export const email = textOf(3, 254, /^[!-?A-~]+@[!-\-/-?A-~]+\.[!-?A-~]+$/)

export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/)

export const password = anyText(10, 200)

export const verificationCode = z.string().regex(/^\d{6,10}$/)

export const externalId = anyText(1, 200)

export const kind = textOf(1, 50, /^[a-z0-9_.-]*$/)

/** A time with its offset (RFC 3339). */
export const time = z
  .string()
  .max(64, { abort: true })
  .check(z.iso.datetime({ offset: true }))

export const handoverAction = z.enum(['transfer', 'delete', 'hold'])

export const handover = z.strictObject({
  recipient_id: id.exactOptional(),
  by_kind: z
    .array(z.strictObject({ kind, action: handoverAction, recipient_id: id.exactOptional() }))
    .max(100)
    .exactOptional(),
  by_resource: z
    .array(z.strictObject({ resource_id: id, action: handoverAction, recipient_id: id.exactOptional() }))
    .max(500)
    .exactOptional(),
})

export const associationType = z.enum(['upstream', 'downstream', 'partner'])

export const condition = z.enum(['normal', 'frozen', 'banned', 'suspended', 'abnormal'])

export const entryPoint = z.enum([
  'mobile_contacts',
  'mobile_profile',
  'mobile_settings',
  'desktop_contacts',
  'desktop_settings',
])

export const dissolutionReason = z.enum(['no_longer_used', 'created_by_mistake'])

export const leaveMode = z.enum(['instant', 'approval'])

export const invitationStatus = z.enum(['pending', 'accepted', 'declined', 'revoked', 'expired'])

export const leaveApplicationStatus = z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'confirmed', 'expired'])

export const offboardingStatus = z.enum(['scheduled', 'completed', 'canceled', 'failed'])

export const departureMethod = z.enum(['self_leave', 'approved_leave', 'admin_offboard', 'org_dissolved', 'declined'])

export const resourceInput = z.strictObject({ external_id: externalId, kind, name, owner_id: id })

export const createOffboarding = z.strictObject({
  account_id: id,
  effective_at: time.exactOptional(),
  handover: handover.exactOptional(),
  reason_code: reasonCode,
  reason_text: text.exactOptional(),
  preview_id: id.exactOptional(),
})
