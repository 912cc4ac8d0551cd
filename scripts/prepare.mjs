// Builds the pages of /docs after an installation, where the tool for it was installed. Plain JavaScript: the Node that installs
// may be an older one, which runs no TypeScript.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (existsSync('node_modules/@redocly/cli'))
  execFileSync('npm', ['run', '--silent', 'docs'], { stdio: ['ignore', 'ignore', 'inherit'] })
