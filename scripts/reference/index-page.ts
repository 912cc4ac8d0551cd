import type { Located } from '../contract/operations.ts'
import { generated, operationLink, table } from './markdown.ts'

/** The first page of the reference: the way to call an operation, and the list of all. */
export function indexPage(namespaces: [name: string, description: string, own: Located[]][]): string {
  return [
    generated,
    '# Reference\n',
    `Every operation below, every [problem](problems.md) and every [event](events.md), each with an example. The contract itself is
\`/openapi.yaml\` and \`/openapi.json\` of a server.

**A call** is JSON over HTTP with \`Authorization: Bearer …\`. A token acts in exactly one organisation. An app gets one with its id and
secret (\`client_credentials\`, RFC 6749). Request the scopes that you need; a token without \`scope\` has none:\n`,
    tokenSample,
    `The SDK gets, caches and renews tokens by itself; in its samples \`client\` is\n`,
    clientSample,
    `**A write** can be repeated with the same \`Idempotency-Key\` header: for 24 hours it gets the first answer. The SDK always sends one.
**A list** is \`{data, next_cursor}\`; pass \`next_cursor\` as \`cursor\` until it is \`null\`, or let \`for await\` do it. **Times** are RFC 3339 in
UTC with milliseconds. **An unknown field** in a request is refused; unknown fields in answers and events are to be ignored.\n`,
    ...namespaces.flatMap(([name, description, own]) => [
      `## ${name}\n`,
      `${description}\n`,
      table(
        ['operation', 'request', ''],
        own.map(({ operation, described: { id, method, path } }) => [
          operationLink(id),
          `\`${method} ${path}\``,
          operation.summary,
        ]),
      ),
    ]),
  ].join('\n')
}

const tokenSample = `\`\`\`sh
TOKEN=$(curl -s http://127.0.0.1:8787/oauth2/token -u "$CLIENT_ID:$CLIENT_SECRET" \\
  -d grant_type=client_credentials -d scope='org:read org:unlink' | node -p 'JSON.parse(fs.readFileSync(0)).access_token')
\`\`\`
`

const clientSample = `\`\`\`ts
import { createClient } from '@sendoff/sdk'

export const client = createClient({
  baseUrl: 'http://127.0.0.1:8787',
  clientId: process.env.CLIENT_ID ?? '',
  clientSecret: process.env.CLIENT_SECRET ?? '',
  scopes: ['org:read', 'org:unlink'], // the client has the operations that these allow, and no others
})
\`\`\`
`
