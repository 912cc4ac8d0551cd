import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type Config, ConfigurationError } from './config.ts'
import { WrongMasterKey } from './crypto/seal.ts'
import { isCheckout } from './public-files.ts'
import { type RunningServer, startServer } from './server.ts'
import { DirectoryUnusable } from './store/data-directory.ts'
import { DirectoryInUse } from './store/directory-lock.ts'
import { WrongMode } from './store/mode.ts'
import { DatabaseMoved } from './store/moved.ts'
import { StoreUnavailable } from './store/store.ts'

/**
 * Runs a server until a signal stops it.
 *
 * @param read reads the configuration
 */
export async function runServer(read: () => Config): Promise<void> {
  const server = await start(read)
  let stopping = false
  const stop = async () => {
    // A second signal stops immediately; pending deliveries are sent after the next start.
    if (stopping) process.exit(1)
    stopping = true
    await server.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Printed last and in one piece, because its reader may send a signal immediately.
  const { base, address, credentialsFile } = server
  const where = `Sendoff listens on ${address}${base === address ? '' : ` for ${base}`}`
  console.log(
    credentialsFile
      ? [
          ...showConsole(base, credentialsFile),
          `${where} (sandbox; docs at ${base}/docs)`,
          ...welcome(base, credentialsFile),
        ].join('\n')
      : where,
  )
}

async function start(read: () => Config): Promise<RunningServer> {
  try {
    return await startServer(read())
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

/** Describes an error that the operator can fix in a sentence; any other error is a bug and keeps its stack. */
export function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return `Sendoff can't start:\n${error.message}`
  if (
    [DirectoryInUse, DirectoryUnusable, WrongMasterKey, WrongMode, DatabaseMoved].some(
      (known) => error instanceof known,
    )
  ) {
    return `Sendoff can't start: ${(error as Error).message}`
  }
  if (error instanceof StoreUnavailable) {
    return `Sendoff can't start: the database at DATABASE_URL does not answer (${String((error.cause as Error | undefined)?.message ?? error.message)}).`
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Sendoff can't start: port ${(error as { port?: number }).port} is in use. Set PORT to another one.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const EXAMPLES = [
  'Then wait for webhooks in a second terminal, and unlink organisations in a third:',
  '  npm run example:webhook-consumer',
  '  npm run example:partner-unlink',
]

/** The console and somebody of the demo to sign in as, first of all: the way that needs no editor. */
function showConsole(base: string, credentialsFile: string): string[] {
  const { organizations } = JSON.parse(readFileSync(credentialsFile, 'utf8'))
  const { email } = organizations[0].members[0]
  return [`Console: ${base}/console (sign in as ${email}; the file below has the password)`]
}

function welcome(base: string, credentialsFile: string): string[] {
  const file = relative(process.cwd(), credentialsFile)
  const { organizations } = JSON.parse(readFileSync(credentialsFile, 'utf8'))
  const { account_id } = organizations[0].members[0]
  return [
    `Demo organisations, their apps and passwords: ${file}`,
    '',
    'Get a token for a founder:',
    `  curl -s ${base}/v1.0/sandbox/user-tokens -H 'content-type: application/json' \\`,
    `    -d '{"account_id":"${account_id}","scopes":["org:read","org:unlink"]}'`,
    ...(isCheckout ? EXAMPLES : [`The guides are at ${base}/docs.`]),
  ]
}
