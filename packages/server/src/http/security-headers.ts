import type { ServerResponse } from 'node:http'
import helmet from 'helmet'
import type { Preparation } from './prepare.ts'

/** Two years, as https://hstspreload.org requires; other names under the domain are for its owner to decide. */
const HSTS = { maxAge: 63_072_000, includeSubDomains: false }

/**
 * Sets headers that restrict browsers, and forbids caches to keep answers. Answers are data and may load and run nothing; routes with
 * pages replace this policy by their own. The headers are the same for every answer, so the library writes them once.
 *
 * @param base the origin of the server; only over https is a browser told to use https again (RFC 6797)
 */
export function securityHeaders(base: string): Preparation {
  const headers: [name: string, value: string][] = [['Cache-Control', 'no-store']]
  const write = helmet({
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
  const noted = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader() {} }
  write({} as never, noted as unknown as ServerResponse, (error) => {
    if (error) throw error
  })
  return (_req, res) => {
    for (const [name, value] of headers) res.setHeader(name, value)
  }
}
