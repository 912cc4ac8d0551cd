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

/** What must not compile, and what the compiler has to name as drifted. */
const refusedShapes = {
  'shapes-field-added.ts': 'organization.unlink body',
  'shapes-field-dropped.ts': 'organization.unlink body',
  'shapes-field-required.ts': 'organization.unlink body',
  'shapes-field-wider.ts': 'organization.unlink body',
  'shapes-field-nullable.ts': 'organization.unlink body',
  'shapes-body-missing.ts': 'organization.unlink body',
  'shapes-query-added.ts': 'organization.unlink query',
}

const accepted = ['handlers-complete.ts', 'shapes-identical.ts']
const fixtures = [...accepted, ...Object.keys({ ...refusedHandlers, ...refusedShapes })]

describe('the compiler', () => {
  let said: Map<string, string[]>
  beforeAll(() => {
    said = compile([
      'packages/server/src/http/requests/proof.ts',
      ...fixtures.map((file) => `test/contract/fixtures/${file}`),
    ])
  }, 180_000)

  test('finds every schema to take the type that the contract gives', () => {
    expect(said.get('proof.ts')).toEqual([])
  })

  test.each(accepted)('accepts %s', (file) => {
    expect(said.get(file)).toEqual([])
  })

  test.each(Object.entries(refusedHandlers))('refuses %s', (file, message) => {
    expect(said.get(file)).toEqual([expect.stringMatching(message)])
  })

  test.each(Object.entries(refusedShapes))('refuses %s and names what drifted', (file, drifted) => {
    expect(said.get(file)).toEqual([`TS2344: Type '"${drifted}"' does not satisfy the constraint 'never'.`])
  })
})
