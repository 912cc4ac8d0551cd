import { existsSync } from 'node:fs'
import { isLoopback } from '../session/address.ts'
import type { Texts } from '../texts/texts.ts'
import { type Found, of } from './found.ts'

type Environment = Readonly<Record<string, string | undefined>>

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']

/** Tells whether Node.js sends requests through a proxy of the environment. */
export const usesProxy = (env: Environment): boolean =>
  env.NODE_USE_ENV_PROXY === '1' && PROXIES.some((name) => env[name])

/** Checks the variables of the environment that change how requests are sent. */
export function checkEnvironment(env: Environment, baseUrl: string | undefined, texts: Texts): Found[] {
  const { ok, note, fault } = of('environment')
  const t = texts.doctor
  const found: Found[] = []
  // Their values may hold a password.
  const proxies = PROXIES.filter((name) => env[name])
  if (proxies.length > 0 && !usesProxy(env)) found.push(note(t.proxyUnused(proxies)))
  if (usesProxy(env)) {
    const hosts = (env.NO_PROXY ?? env.no_proxy ?? '').split(',').map((host) => host.trim())
    const isLocal = baseUrl !== undefined && isLoopback(baseUrl)
    const passes = hosts.some((host) => host === '*' || (isLocal && new URL(baseUrl).hostname === host))
    found.push(isLocal && !passes ? fault(t.proxyOfLoopback(new URL(baseUrl).hostname)) : note(t.proxyUsed(proxies)))
  }
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') found.push(fault(t.certificatesUnchecked))
  const { NODE_EXTRA_CA_CERTS: authorities } = env
  if (authorities && !existsSync(authorities)) found.push(fault(t.noAuthorities(authorities)))
  return found.length > 0 ? found : [ok(t.environment)]
}
