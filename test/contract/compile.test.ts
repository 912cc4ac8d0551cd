import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../support/contract/compile.ts'

// `npm run types` compiles the server's own operations; these must not compile.

/** The message of the compiler for each file that must not compile. */
const refused = {
  'operations-missing-operation.ts': /^TS2741: Property '"organization\.unlink"' is missing/,
  'operations-unknown-operation.ts': /^TS2353: .*''organization\.rename'' does not exist in type/,
  'operations-wrong-call.ts': /^TS2345: .*CallOf<"offboardings\.cancel">/s,
  'operations-wrong-status.ts': /^TS2322: .*Type '201' is not assignable to type '202'/s,
  'operations-wrong-result.ts': /^TS2322: .*Property 'name' is missing/s,
  'operations-unknown-parameter.ts': /^TS2339: Property 'after' does not exist/,
}

const accepted = ['operations-complete.ts']
const fixtures = [...accepted, ...Object.keys(refused)]

describe('the compiler', () => {
  let said: Map<string, string[]>
  beforeAll(() => {
    said = compile(fixtures.map((file) => `test/contract/fixtures/${file}`))
  }, 180_000)

  test.each(accepted)('accepts %s', (file) => {
    expect(said.get(file)).toEqual([])
  })

  test.each(Object.entries(refused))('refuses %s', (file, message) => {
    expect(said.get(file)).toEqual([expect.stringMatching(message)])
  })
})
