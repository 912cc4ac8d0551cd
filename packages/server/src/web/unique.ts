import * as z from 'zod'
import type { PlainFaultKey } from '../faults.ts'

const DUPLICATE: PlainFaultKey = 'list.duplicate'

/** Refuses each item of a list that is equal to an earlier one (`uniqueItems` in the contract). */
export function unique(): z.core.$ZodCheck<unknown[]> {
  return z.check<unknown[]>(({ value, issues }) => {
    const seen = new Set<string>()
    for (const [index, item] of value.entries()) {
      const written = JSON.stringify(item)
      if (seen.has(written)) issues.push({ code: 'custom', message: DUPLICATE, path: [index], input: item })
      seen.add(written)
    }
  })
}
