import { expect } from 'vitest'
import type { Answer } from './platform.ts'

/** Expects a refusal with a status and a code, and with a pointer into the body if one is given. */
export function expectRefused({ status, body }: Answer, expected: [number, string], pointer?: string) {
  expect([status, body.code]).toEqual(expected)
  if (pointer) expect(body.errors[0]).toMatchObject({ in: 'body', pointer })
}
