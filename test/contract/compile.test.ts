import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from './compile.ts'

// That the server's own handlers compile is seen by `npm run types`; here it is seen that others would not.

/** What must not compile, and what the compiler has to say of it. */
const refusedHandlers = {
  'handlers-missing-operation.ts': /^TS2741: Property '"organization\.unlink"' is missing/,
  'handlers-unknown-operation.ts': /^TS2353: .*''organization\.rename'' does not exist in type 'Handlers'/,
  'handlers-wrong-status.ts': /^TS2322: .*Type '201' is not assignable to type '200'/s,
  'handlers-wrong-body.ts': /^TS2322: .*Property 'name' is missing/s,
  'handlers-unknown-parameter.ts': /^TS2339: Property 'after' does not exist/,
}

const accepted = ['handlers-complete.ts']
const fixtures = [...accepted, ...Object.keys(refusedHandlers)]

describe('the compiler', () => {
  let said: Map<string, string[]>
  beforeAll(() => {
    said = compile(fixtures.map((file) => `test/contract/fixtures/${file}`))
  }, 180_000)

  test.each(accepted)('accepts %s', (file) => {
    expect(said.get(file)).toEqual([])
  })

  test.each(Object.entries(refusedHandlers))('refuses %s', (file, message) => {
    expect(said.get(file)).toEqual([expect.stringMatching(message)])
  })
})
