import { SCOPES, tokenRequest } from '../rows/initiators.ts'
import { type Bench, CONNECTIONS } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import { type Stand, sideOf } from '../run/stand.ts'
import type { Asked } from '../servers/client-process.ts'
import { startBare } from '../servers/process.ts'
import { compareRequests } from './requests.ts'

/** Compares tokens with those of bare `oidc-provider`, which keeps them in memory. */
export async function compareTokens(bench: Bench, stand: Stand): Promise<Row[]> {
  const count = bench.size(400, 2000)
  const platforms = stand.sides.filter(({ name }) => name !== 'bare')
  const [app] = sideOf(stand, 'after').initiators
  if (!app) throw new Error('There is no app')
  const bare = await startBare(
    'tokens.ts',
    app.client_id,
    app.client_secret,
    sideOf(stand, 'after').server.base,
    SCOPES,
  )
  const askedBy = (one: typeof app) => (): Asked[] => Array.from({ length: count }, () => tokenRequest(one))
  const asking = [
    ...platforms.map(({ name, server, initiators }) => ({ name, server, asked: askedBy(initiators[0] ?? app) })),
    { name: 'bare' as const, server: bare, asked: askedBy(app) },
  ]
  const row = {
    title: 'token, client_credentials, ES256',
    beside: 'bare oidc-provider',
    goals: [{ to: 'bare' as const, least: 0.9 }],
  }
  try {
    return [await compareRequests(bench, row, asking, CONNECTIONS)]
  } finally {
    await bare.stop()
  }
}
