/**
 * A single-page app on another origin than Sendoff, made by Vite and React. Registers its public client in the sandbox, which allows the
 * page's origin; builds the page, and serves it.
 */
import { fileURLToPath } from 'node:url'
import { createClient } from '@sendoff/sdk'
import { build, preview } from 'vite'
import { readSandbox } from '../sandbox.ts'

const { base_url: baseUrl, organizations } = await readSandbox()
const port = Number(process.env.EXAMPLE_PORT ?? 4300)
const outDir = process.env.EXAMPLE_OUT ?? 'dist'
const origin = `http://127.0.0.1:${port}`
const root = fileURLToPath(new URL('.', import.meta.url))

const [{ members, name }] = organizations
const admin = members.find(({ role }: { role: string }) => role === 'admin')
const scopes = ['org:read', 'org:association:read', 'org:unlink', 'event:read'] as const
const { sandbox } = createClient({ baseUrl, scopes: [] })
const mine = ['app:write', ...scopes] as const
const { access_token: token } = await sandbox.createUserToken({ account_id: admin.account_id, scopes: [...mine] })
const { apps } = createClient({ baseUrl, token, scopes: mine })
const { client_id } = await apps.create({
  name: 'Associations',
  kind: 'internal',
  // A page can keep no secret.
  token_endpoint_auth_method: 'none',
  redirect_uris: [`${origin}/`],
  allowed_origins: [origin],
  scopes: [...scopes],
})

Object.assign(process.env, { VITE_SENDOFF_URL: baseUrl, VITE_CLIENT_ID: client_id })
await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
await preview({ root, logLevel: 'warn', build: { outDir }, preview: { host: '127.0.0.1', port, strictPort: true } })
console.log(`Open ${origin} and sign in as an administrator of ${name}:`)
console.log(`  ${admin.email}  ${admin.password}`)
