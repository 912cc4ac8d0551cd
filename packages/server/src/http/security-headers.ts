import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Two years, as https://hstspreload.org asks; other names under the domain are not ours to decide about. */
const HSTS = { maxAge: 63_072_000, includeSubDomains: false }

/**
 * The headers that tell browsers to keep to themselves what they get here. Answers are data and may load and run nothing; what
 * has pages sets a policy of its own over this one.
 *
 * @param base where the server is reached; only over https is a browser told to come back over https (RFC 6797)
 */
export function securityHeaders(base: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: base.startsWith('https:') && HSTS,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // These are for browsers that are gone, or for sites with pages and files of others.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}
