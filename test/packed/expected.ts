import { expect } from 'vitest'
import type { Input } from './program.ts'

/** The report of the program, in a runtime that says its name. */
export const reportIn = (runtime: RegExp, input: Input) => ({
  runtime: expect.stringMatching(runtime),
  org_id: input.delivery.organization,
  result: true,
  refusal: { code: 'association_not_found', safeToRepeat: true, named: true },
  byKey: input.delivery.organization,
  deliveries: {
    'v1 genuine': [200, 'ping'],
    'v1 forged': [400, null],
    'v1a genuine': [200, 'ping'],
    'v1a forged': [400, null],
  },
  signed: 'ping',
  doubled: ['Acme', 'associations.list'],
  wrongVerdicts: [],
})
