/**
 * Keeps the types with which the next version is compared: the packed declarations of @sendoff/api, without comments, and the programs
 * of test/sdk/promises.test-d.ts. Run by `npm run release:keep`, after a version is released.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const kept = `${root}packages/api/released/last`
const { version } = JSON.parse(readFileSync(`${root}packages/sdk/package.json`, 'utf8'))

rmSync(kept, { recursive: true, force: true })
mkdirSync(kept)
const options = ['--emitDeclarationOnly', '--declarationMap', 'false', '--removeComments', '--outDir', `${kept}/api`]
const tsc = `${root}node_modules/typescript/bin/tsc`
execFileSync(process.execPath, [tsc, '-p', `${root}packages/api/tsconfig.build.json`, ...options], { stdio: 'inherit' })
copyFileSync(`${root}test/sdk/promises.test-d.ts`, `${kept}/promises.test-d.ts`)
writeFileSync(`${kept}/version.json`, `${JSON.stringify({ version })}\n`)
