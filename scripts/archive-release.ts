/**
 * Keeps the packages of a release as they were: their source, as one file. With it the tests run the
 * last release's SDK and server against today's. Run by `npm run release:keep` for the current commit, or
 * `node scripts/archive-release.ts <commit>` for another one.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const file = 'packages/api/released/last/source.tar.gz'
/** The commit of the release. */
const [commit = 'HEAD'] = process.argv.slice(2)
const parts = ['package.json', 'openapi.yaml', 'packages/api', 'packages/sdk', 'packages/server']
/** The releases before, which are in the packages but not part of them. */
const others = ':(exclude)packages/api/released'

execFileSync('git', ['archive', '-o', file, commit, '--', ...parts, others], {
  cwd: root,
  stdio: 'inherit',
})
