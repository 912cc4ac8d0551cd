import { generateKeyPairSync } from 'node:crypto'
import { type Agent, request } from 'undici'
import { generateSecret, sign } from '../../packages/server/src/webhooks/signature/standard-webhooks.ts'

const secret = generateSecret()
const { privateKey: platformKey } = generateKeyPairSync('ed25519')

/** The result of an attempt, like the platform's record. */
export type Attempt = {
  id: string
  started_at: number
  duration_ms: number
  response_status: number
  response_body: string
}

export const TABLE = `create table if not exists delivery_attempt (id text primary key, started_at bigint not null,
  duration_ms double precision not null, response_status integer not null, response_body text not null)`
export const RECORD = `insert into delivery_attempt select * from json_to_recordset($1::json) as made
  (id text, started_at bigint, duration_ms double precision, response_status integer, response_body text)`

/** Posts an event with both signatures of the platform, like the platform does. */
export async function deliver(
  dispatcher: Agent,
  port: number,
  id: string,
  endpoint: number,
  text: string,
): Promise<Attempt> {
  const started_at = Date.now()
  const begun = performance.now()
  const timestamp = Math.floor(started_at / 1000)
  const answer = await request(`http://127.0.0.1:${port}/${endpoint}`, {
    dispatcher,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign({ id, timestamp, body: text, secrets: [secret], platformKey }),
    },
    body: text,
  })
  const made = { response_status: answer.statusCode, response_body: await answer.body.text() }
  return { id, started_at, duration_ms: performance.now() - begun, ...made }
}
