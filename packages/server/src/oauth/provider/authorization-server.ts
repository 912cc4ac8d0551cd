import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import type { PrivateKey } from '../../keys/key.ts'
import type { KeyRing } from '../../keys/key-ring.ts'
import { type AuthorizationServerParts, providerConfiguration } from './configuration.ts'
import { deviations } from './deviations.ts'
import { refuseManyParameters, refuseMethod } from './endpoints.ts'
import { createInteractions, type Interactions } from './interactions.ts'
import { createOwnAppGrants, type OwnAppGrants } from './own-app-grants.ts'

/** The authorization server: the handler of its endpoints, and the seam to the pages on which a person answers. */
export type AuthorizationServer = Interactions &
  OwnAppGrants & {
    handle(req: IncomingMessage, res: ServerResponse): void
  }

/**
 * Creates the OAuth 2.0 authorization server (RFC 6749) under `/oauth2`, with its metadata (RFC 8414). All state is in the store, so
 * that another server, with other keys, can take its place at any time.
 */
export function createAuthorizationServer(parts: AuthorizationServerParts): AuthorizationServer {
  const { issuer, store, clock } = parts
  const provider = new Provider(issuer, providerConfiguration(parts))
  provider.proxy = true
  for (const { apply } of deviations) apply?.(provider, parts)
  const callback = provider.callback()
  const { host, protocol } = new URL(issuer)

  /** The library builds URLs and the accepted audience of assertions from these headers, in which a caller can write anything. */
  function pin(req: IncomingMessage): void {
    req.headers.host = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
  }

  return {
    ...createInteractions({ provider, issuer, store, clock }),
    ...createOwnAppGrants({ provider, issuer, store, clock }),
    handle(req, res) {
      if (refuseMethod(req, res) || refuseManyParameters(req, res)) return
      pin(req)
      void callback(req, res)
    },
  }
}

/**
 * Replaces the authorization server whenever the keys change, because the library reads them once. A new one takes half a
 * millisecond; requests under way end at the server where they began.
 *
 * @param create creates a server with the keys of access tokens, the active one first
 * @returns a function that returns the current server
 */
export function followKeys<Server>(ring: KeyRing, create: (keys: readonly PrivateKey[]) => Server): () => Server {
  let server = create(ring.keys('access_token'))
  ring.onChange(() => {
    server = create(ring.keys('access_token'))
  })
  return () => server
}
