/**
 * Builds the published packages, @sendoff/api and @sendoff/sdk: JavaScript, declarations and source maps. Starts from nothing each time,
 * so that no file of an earlier build is packed. Run by `npm run build`, and by npm before it packs one of them.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

// In this order, because the SDK is compiled against the built declarations of the contract, like a user's program.
for (const name of ['api', 'sdk']) {
  rmSync(`${root}packages/${name}/dist`, { recursive: true, force: true })
  const tsc = [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}packages/${name}/tsconfig.build.json`]
  execFileSync(process.execPath, tsc, { stdio: 'inherit' })
}
