// Builds the pages of /docs and the console after an installation, if the tools for them were installed. Plain JavaScript, because the
// installing Node may be an older one, which does not run TypeScript.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

for (const [tool, script] of [
  ['node_modules/@redocly/cli', 'docs'],
  ['node_modules/wouter', 'console'],
]) {
  if (existsSync(tool)) execFileSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] })
}
