import { scopes } from '@sendoff/api'
import * as z from 'zod'

/** Any text that could be an id; one that is none is simply not found. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]*$/)

// PostgreSQL stores every character in text but this one.
export const text = z
  .string()
  .min(1)
  .max(500)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what it refuses.
  .regex(/^[^\u0000]*$/)

export const deptId = z.int().min(1)

export const scope = z.enum(scopes)

export const reasonCode = z.enum(['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'])

export const limit = z.int().min(1).max(200).default(50)

export const page = z.strictObject({
  limit,
  cursor: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[A-Za-z0-9_-]*$/)
    .exactOptional(),
})

/** For an operation that takes nothing in its path, its query or its body. */
export const nothing = z.strictObject({})
