// Builds the pages of /docs after an installation, if the tool for it was installed. Plain JavaScript, because the installing Node may be
// an older one, which does not run TypeScript.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (existsSync('node_modules/@redocly/cli'))
  execFileSync('npm', ['run', '--silent', 'docs'], { stdio: ['ignore', 'ignore', 'inherit'] })
