/** Builds the page of the whole contract at /docs/api, with a sample of each operation for the SDK and for curl. */
import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { document, root } from './contract/document.ts'
import { located } from './contract/operations.ts'
import { write } from './contract/write.ts'
import { curlSample } from './reference/curl-sample.ts'
import { sdkSample } from './reference/sdk-sample.ts'

const FOLDER = 'packages/server/dist-docs'

const withSamples = structuredClone(document) as { paths: Record<string, Record<string, object>> }
for (const one of located) {
  const operation = withSamples.paths[one.path]?.[one.method] ?? {}
  Object.assign(operation, {
    'x-codeSamples': [
      { lang: 'TypeScript', label: 'SDK', source: sdkSample(one) },
      { lang: 'Shell', label: 'curl', source: curlSample(one) },
    ],
  })
}
await write(`${FOLDER}/openapi.json`, JSON.stringify(withSamples))

const redocly = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', root))
const pages = [`${FOLDER}/openapi.json`, '--inlineBundle', '--output', `${FOLDER}/index.html`]
// Its own news would stand in the output of everybody's installation.
const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' }
execFileSync(process.execPath, [redocly, 'build-docs', ...pages], {
  cwd: root,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})
await rm(new URL(`${FOLDER}/openapi.json`, root))
