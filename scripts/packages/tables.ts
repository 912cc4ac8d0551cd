import { document } from '../contract/document.ts'
import { operations } from '../contract/operations.ts'
import { problemSchemas } from '../contract/problems.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the tables that a program needs at run time. */
export async function writeTables(): Promise<void> {
  const { app, user } = document.components.securitySchemes
  const scopesOf = (scheme: typeof app) => Object.keys(Object.values(scheme.flows)[0]?.scopes ?? {})
  const tables = {
    operations: Object.fromEntries(operations.map(({ id, ...rest }) => [id, rest])),
    eventTypes: Object.fromEntries(
      Object.entries(document.webhooks).map(([type, { post }]) => [type, { readScope: post['x-read-scope'] }]),
    ),
    scopes: document.components.schemas.Scope?.enum ?? [],
    appScopes: scopesOf(app),
    userScopes: scopesOf(user),
    problemCodes: [...problemSchemas.keys()],
  }
  const json = (value: unknown) => JSON.stringify(value, null, 2)
  const lines = Object.entries(tables).map(([name, value]) => `export const ${name} = ${json(value)} as const\n`)
  await write('packages/api/src/tables.gen.ts', banner + lines.join('\n'))
}
