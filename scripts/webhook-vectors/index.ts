/**
 * Writes the test vectors of webhook verification, for receivers in any language. Run it after a change:
 * `node scripts/webhook-vectors/index.ts`
 */
import { writeFileSync } from 'node:fs'
import { refusedBodies } from './refused-bodies.ts'
import { refusedHeaders } from './refused-headers.ts'
import { refusedSignatures } from './refused-signatures.ts'
import { bytes, now, secret } from './signed.ts'
import { verified } from './verified.ts'

/** The vectors of Standard Webhooks' own libraries; their body is not an event, so verification ends there. */
const standard = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  secret,
  v1: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  ed25519_private_key: '6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==',
  v1a: 'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
}

const refused = [...refusedHeaders, ...refusedSignatures, ...refusedBodies]
const written = [...verified, ...refused].map(
  ({ name, headers, body: raw = bytes, secrets = [secret], now: at = now, ...rest }) => ({
    name,
    headers,
    body_base64: raw.toString('base64'),
    secrets,
    now: at,
    ...rest,
  }),
)
const document = {
  description:
    'Test vectors for receivers of Sendoff webhooks. A header that is an object is `repeat` so many `times`, and `last`; one that is a ' +
    'list is there several times. `now` is in seconds, the tolerance 300 s. `refused` is the code; without it the delivery verifies.',
  standard_webhooks: standard,
  cases: written,
}
const file = new URL('../../packages/sdk/src/webhooks/testing/vectors.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`)
console.log(`${verified.length} that verify, ${refused.length} that do not`)
