import {
  type Client,
  type ClientOptions,
  createClient,
  type FailureLog,
  type ResponseLog,
  refreshToken,
  type Scope,
  TokenError,
} from '@sendoff/sdk'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { checkAddress } from './address.ts'
import type { Credentials } from './credentials.ts'

export type Session = ReturnType<typeof openSession>

type Settings = {
  readonly baseUrl: string
  readonly credentials: Credentials
  readonly language: string
  /** The time limit of a whole call in milliseconds. */
  readonly timeout?: number | undefined
  readonly texts: Texts
  /** Receives a line for each request, with `--verbose`. */
  readonly log?: ((line: string) => void) | undefined
}

/** The time limit of a step of the sandbox's clock, in milliseconds. */
const PATIENCE = 300_000

/** Makes clients of one platform that act with the same credentials. @throws {Failure} exit 2 for an address that is not safe */
export function openSession({ baseUrl, credentials, language, timeout, texts, log }: Settings) {
  checkAddress(baseUrl, texts)
  const common = {
    baseUrl,
    // The platform writes the details of its problems in this language.
    fetch: (url: string, init: RequestInit) =>
      fetch(url, { ...init, headers: { 'accept-language': language, ...(init.headers as Record<string, string>) } }),
    ...(timeout !== undefined && { totalTimeout: timeout, timeout: Math.min(timeout, 30_000) }),
    ...(log && {
      onResponse: ({ method, url, status, duration, requestId }: ResponseLog) =>
        log(`${method} ${url} ${status} ${Math.round(duration)} ms ${requestId}`),
      onFailure: ({ method, url, error, duration }: FailureLog) =>
        log(`${method} ${url} ${error instanceof Error ? error.message : error} ${Math.round(duration)} ms`),
    }),
    warn: (message: string) => log?.(message),
  }
  const secret = (): object => {
    if (credentials.kind === 'token') return { token: credentials.token }
    if (credentials.kind === 'person') return { clientId: credentials.clientId, grant: refreshToken(credentials.store) }
    if (credentials.kind === 'nobody') throw new Failure(EXIT.signIn, 'not_signed_in', texts.errors.notSignedIn)
    const { clientId, clientSecret, organization } = credentials
    return { clientId, clientSecret, organization }
  }
  /**
   * Makes a client with the operations that the scopes allow, and asks for no others.
   *
   * @throws {Failure} exit 4 without credentials
   */
  const client = <const Scopes extends readonly Scope[]>(
    scopes: Scopes,
    more: { readonly maxRetries?: number; readonly timeout?: number; readonly totalTimeout?: number } = {},
  ) => createClient({ ...common, ...secret(), ...more, scopes } as unknown as ClientOptions<Scopes>)

  return {
    baseUrl,
    credentials,
    client,
    /** A client with credentials other than the session's: those of an account or an app of the sandbox. */
    as: <const Scopes extends readonly Scope[]>(
      other: { readonly token: string } | { readonly clientId: string; readonly clientSecret: string },
      scopes: Scopes,
    ) => createClient({ ...common, ...other, scopes } as unknown as ClientOptions<Scopes>),
    /** A client for the operations that take no token. */
    open: (): Client<never> => createClient({ ...common, scopes: [] }),
    /** Like `open`, for the sandbox's clock, whose answer comes after everything that fell due. */
    patient: (): Client<never> => createClient({ timeout: PATIENCE, totalTimeout: PATIENCE, ...common, scopes: [] }),

    /**
     * Finds the scopes among `optional` that the app has, for a feed that shows as much as it may: the token endpoint refuses a request
     * for a scope that the app does not have.
     */
    async granted(needed: readonly ['event:read'], optional: readonly Scope[]): Promise<['event:read', ...Scope[]]> {
      const [event] = needed
      if (credentials.kind === 'token') return [event, ...optional]
      if (credentials.kind === 'app' && credentials.scopes) {
        const { scopes } = credentials
        return [event, ...optional.filter((scope) => scopes.includes(scope))]
      }
      const isGranted = async (scopes: readonly Scope[]) => {
        try {
          await client([event, ...scopes] as unknown as ['event:read']).events.listTypes()
          return true
        } catch (error) {
          if (error instanceof TokenError && error.error === 'invalid_scope') return false
          throw error
        }
      }
      if (await isGranted(optional)) return [event, ...optional]
      const some: Scope[] = []
      for (const scope of optional) if (await isGranted([scope])) some.push(scope)
      return [event, ...some]
    },
  }
}
