import { isIP } from 'node:net'
import { resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import * as z from 'zod'

/** A setting that is missing or wrong, by the name of its place. */
export type Fault = { name: string; message: string }

/** An incomplete or wrong configuration. The message names each fault on a line. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ name, message }) => `${name} ${message}`).join('\n'))
    this.faults = faults
  }
}

const PORT = 'must be a port number from 0 to 65535'
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .pipe(z.int().max(65535, PORT))
/** True without a path, which would move the metadata (RFC 8414), and in the form of the URL parser, because issuers are compared as text. */
const isOrigin = (url: string) => url.replace(/\/$/, '') === new URL(url).origin
const ORIGIN =
  'must be scheme and host alone, for example https://sendoff.example: in lower case, without a path or the default port'
const absoluteOrigin = z
  .url({ protocol: /^https$/, error: 'must be the https URL where the server is reached', abort: true })
  .refine(isOrigin, ORIGIN)
const sandboxOrigin = z
  .url({ protocol: /^https?$/, error: 'must be the URL where the server is reached', abort: true })
  .refine(isOrigin, ORIGIN)
const masterKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, as `openssl rand -base64 32` prints')
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be a URL like postgres://user:password@host/database',
})

const SMTP_URL = 'must be a URL like smtps://user:password@host:465'
const smtpUrl = z
  .url({ protocol: /^smtps?$/, error: SMTP_URL })
  .refine((text) => URL.canParse(text) && new URL(text).hostname !== '', SMTP_URL)
const mailFrom = z
  .string()
  .regex(
    /^([^<>\r\n]* <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    'must be a sender like "Sendoff <no-reply@example.com>" or no-reply@example.com',
  )

/** Only the usual forms: Express refuses to start with others, such as `10.1` or an address with a zone. */
const isAddressOrNetwork = (part: string) =>
  isIP(part.split('/', 1)[0] ?? '') !== 0 &&
  !part.includes('%') &&
  (part.includes('/') ? ipaddr.isValidCIDR(part) : ipaddr.isValid(part))
const trustedProxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every(isAddressOrNetwork),
    'must be addresses or networks separated by commas, for example 10.0.0.0/8',
  )

const SECONDS = 'must be a number of seconds from 1 to 86400'
const seconds = z
  .string()
  .regex(/^\d{1,5}$/, SECONDS)
  .transform(Number)
  .pipe(z.int().min(1, SECONDS).max(86_400, SECONDS))
const perMinute = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a number of tokens, or 0 for any number')
  .transform(Number)

const otlpEndpoint = z
  .url({
    protocol: /^https?$/,
    error: 'must be the URL of a collector, for example http://127.0.0.1:4318',
    abort: true,
  })
  .transform((url) => `${url.replace(/\/$/, '')}/v1/traces`)
const HEADERS = 'must be headers like "authorization=Bearer token", separated by commas'
const otlpHeaders = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => /^[\w!#$%&'*+.^`|~-]+=[\t\x20-\x7e]+$/.test(part)), HEADERS)
  .transform((parts) => Object.fromEntries(parts.map((part) => part.split(/=(.*)/s, 2))))
const RATIO = 'must be a number from 0 to 1'
const ratio = z
  .string()
  .regex(/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/, RATIO)
  .transform(Number)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const common = {
  PORT: port.prefault('8787'),
  SENDOFF_DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: databaseUrl.optional(),
  SENDOFF_JWKS_MAX_AGE: seconds.prefault('300'),
  SENDOFF_KEEP_ALIVE: seconds.prefault('75'),
  SENDOFF_REQUEST_TIMEOUT: seconds.prefault('30'),
  SENDOFF_OTLP_ENDPOINT: otlpEndpoint.optional(),
  SENDOFF_OTLP_HEADERS: otlpHeaders.optional(),
  SENDOFF_TRACE_RATIO: ratio.prefault('1'),
  SENDOFF_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
}

const sandbox = z.object({
  ...common,
  SENDOFF_MODE: z.literal('sandbox').default('sandbox'),
  SENDOFF_ISSUER: sandboxOrigin.optional(),
  SENDOFF_MASTER_KEY: masterKey.optional(),
  SENDOFF_TOKENS_PER_MINUTE: perMinute.prefault('0'),
})

const required = (what: string) => ({ error: `is needed in live mode: ${what}` })
const live = z
  .object({
    ...common,
    SENDOFF_MODE: z.literal('live'),
    SENDOFF_HOST: z.string().min(1).default('0.0.0.0'),
    SENDOFF_ISSUER: z.string(required('the https URL where the server is reached')).pipe(absoluteOrigin),
    SENDOFF_MASTER_KEY: z.string(required('32 bytes in base64, as `openssl rand -base64 32` prints')).pipe(masterKey),
    SENDOFF_COOKIE_KEYS: z
      .string(required('one or more secrets separated by commas, the newest first'))
      .transform((text) => text.split(',').map((key) => key.trim()))
      .pipe(z.array(z.string().min(32, 'must hold secrets of at least 32 characters')).min(1)),
    SENDOFF_METRICS_TOKEN: z.string().min(32, 'must be a secret of at least 32 characters').optional(),
    SENDOFF_TRUSTED_PROXIES: trustedProxies.optional(),
    SENDOFF_TOKENS_PER_MINUTE: perMinute.prefault('60'),
    SENDOFF_SMTP_URL: z
      .string(required('the mail server that sends verification codes, for example smtps://user:password@host:465'))
      .pipe(smtpUrl),
    SENDOFF_MAIL_FROM: z
      .string(required('the sender of verification codes, for example "Sendoff <no-reply@example.com>"'))
      .pipe(mailFrom),
  })
  .refine((env) => env.DATABASE_URL ?? env.SENDOFF_DATA_DIR, {
    path: ['DATABASE_URL'],
    // Checked even if other variables are missing, so that all are named at once.
    when: () => true,
    error: 'is needed in live mode: a postgres:// URL (or SENDOFF_DATA_DIR, a directory for SQLite)',
  })

/** The names of all settings, of the sandbox and of live mode. */
export const settingNames = Object.keys({ ...sandbox.shape, ...live.shape })

/** The settings that hold secrets, each of which can be in a file of its own. */
export const secretNames = [
  'DATABASE_URL',
  'SENDOFF_MASTER_KEY',
  'SENDOFF_COOKIE_KEYS',
  'SENDOFF_METRICS_TOKEN',
  'SENDOFF_SMTP_URL',
  'SENDOFF_OTLP_HEADERS',
] as const

/** The settings that are lists, separated by commas. */
export const listNames: readonly string[] = ['SENDOFF_COOKIE_KEYS', 'SENDOFF_TRUSTED_PROXIES', 'SENDOFF_OTLP_HEADERS']

/** The values of settings by their names, as in the environment. An empty one counts as not set. */
export type Values = Readonly<Record<string, string | undefined>>

export type Config = {
  mode: 'sandbox' | 'live'
  host: string
  port: number
  /** The origin under which the server is reached; the address that it listens on when undefined. */
  issuer: string | undefined
  dataDirectory: string
  databaseUrl: string | undefined
  /** 32 bytes; the sandbox creates its own when undefined. */
  masterKey: Buffer | undefined
  /** Secrets that sign the cookies of sign-in, the newest first; the sandbox derives its own when undefined. */
  cookieKeys: string[] | undefined
  /** The mail server for verification codes; the sandbox sends none. */
  mail: { url: string; from: string } | undefined
  /** The proxies whose `X-Forwarded-For` is trusted; none when empty. */
  trustedProxies: string[]
  /** The token for `/metrics` in live mode; nobody can read them when undefined. */
  metricsToken?: string | undefined
  /** The time for which verifiers may cache the public keys, in seconds. */
  keySetMaxAge: number
  /** The time that an idle connection stays open, in seconds. It must be longer than a balancer in front keeps it, which would otherwise use a closed one. */
  keepAlive: number
  /** The time that a request may take to arrive, headers and body, in seconds. */
  requestTimeout: number
  /** The number of tokens that an app may get in a minute; unlimited when 0. */
  tokensPerMinute: number
  logLevel: string
  /** The collector that takes traces, by OTLP; none are made when undefined. */
  traces?: { url: string; headers: Record<string, string>; ratio: number } | undefined
}

/**
 * Reads the configuration from the values of settings.
 *
 * @throws {ConfigurationError} naming every setting that is missing or wrong
 */
export function readConfig(values: Values): Config {
  const { config, faults } = examine(values)
  if (!config) throw new ConfigurationError(faults)
  return config
}

/**
 * Reads the configuration as far as it is sound.
 *
 * @returns the whole of it, or every fault; and the parts that are sound on their own
 */
export function examine(values: Values): { config?: Config; faults: Fault[]; sound: Partial<Config> } {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const mode = given.SENDOFF_MODE ?? 'sandbox'
  if (mode !== 'sandbox' && mode !== 'live') {
    const message = `must be "sandbox" or "live", not ${JSON.stringify(mode)}`
    return { faults: [{ name: 'SENDOFF_MODE', message }], sound: {} }
  }
  const schema = mode === 'live' ? live : sandbox
  const read = schema.safeParse(given)
  if (read.success) {
    const config = configOf(read.data)
    return { config, faults: [], sound: config }
  }
  const faults = read.error.issues.map((issue) => ({ name: String(issue.path[0]), message: issue.message }))
  const sound = Object.entries(schema.shape).flatMap(([name, one]) => {
    const alone = one.safeParse(given[name])
    return alone.success && alone.data !== undefined ? [[name, alone.data]] : []
  })
  return { faults, sound: soundOf(Object.fromEntries(sound)) }
}

type Read = z.output<typeof sandbox> | z.output<typeof live>

function configOf(data: Read): Config {
  const inLive = data.SENDOFF_MODE === 'live' ? data : undefined
  return {
    mode: data.SENDOFF_MODE,
    host: inLive?.SENDOFF_HOST ?? '127.0.0.1',
    port: data.PORT,
    issuer: data.SENDOFF_ISSUER?.replace(/\/$/, ''),
    dataDirectory: resolve(data.SENDOFF_DATA_DIR ?? '.sendoff'),
    databaseUrl: data.DATABASE_URL,
    masterKey: data.SENDOFF_MASTER_KEY ? Buffer.from(data.SENDOFF_MASTER_KEY, 'base64') : undefined,
    cookieKeys: inLive?.SENDOFF_COOKIE_KEYS,
    mail: inLive && { url: inLive.SENDOFF_SMTP_URL, from: inLive.SENDOFF_MAIL_FROM },
    trustedProxies: inLive?.SENDOFF_TRUSTED_PROXIES ?? [],
    metricsToken: inLive?.SENDOFF_METRICS_TOKEN,
    keySetMaxAge: data.SENDOFF_JWKS_MAX_AGE,
    keepAlive: data.SENDOFF_KEEP_ALIVE,
    requestTimeout: data.SENDOFF_REQUEST_TIMEOUT,
    tokensPerMinute: data.SENDOFF_TOKENS_PER_MINUTE,
    traces: data.SENDOFF_OTLP_ENDPOINT
      ? { url: data.SENDOFF_OTLP_ENDPOINT, headers: data.SENDOFF_OTLP_HEADERS ?? {}, ratio: data.SENDOFF_TRACE_RATIO }
      : undefined,
    logLevel: data.SENDOFF_LOG_LEVEL ?? (inLive ? 'info' : 'warn'),
  }
}

/** The configuration of settings of which some are missing: a part that needs a missing one is left out. */
function soundOf(data: Partial<Record<string, unknown>>): Partial<Config> {
  const { mail, dataDirectory, ...rest } = configOf(data as Read)
  const isStored = data.SENDOFF_MODE === 'sandbox' || data.SENDOFF_DATA_DIR !== undefined
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(mail?.url !== undefined && mail.from !== undefined && { mail }),
    ...(isStored && { dataDirectory }),
  }
}
