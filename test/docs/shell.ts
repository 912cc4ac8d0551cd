import { spawnSync } from 'node:child_process'

/** The variables that earlier blocks have set. */
const VARIABLES = '.variables'

/** Runs a block of a guide in a shell that stops at the first failure; the next one has its variables. */
export function shell(code: string): void {
  const script = `set -euo pipefail; set -a; if [ -f ${VARIABLES} ]; then . ./${VARIABLES}; fi\n${code}\nexport -p > ${VARIABLES}\n`
  const { status, signal } = spawnSync('bash', ['-c', script], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`ended with ${status ?? signal}: ${code}`)
}
