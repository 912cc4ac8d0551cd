import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Two years, as https://hstspreload.org requires; other names under the domain are for its owner to decide. */
const HSTS = { maxAge: 63_072_000, includeSubDomains: false }

/**
 * Sets headers that restrict browsers. Answers are data and may load and run nothing; routes with pages replace this policy by their
 * own.
 *
 * @param base the origin of the server; only over https is a browser told to use https again (RFC 6797)
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
    // These are for obsolete browsers, or for sites with pages and files of others.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}
