import { type Config, ConfigurationError, type Fault, type Values } from '../../config.ts'
import { type FromFile, readConfigFile } from '../../settings/config-file.ts'
import { gatherSettings, judge } from '../../settings/settings.ts'
import type { Balancer, Texts } from '../texts/en.ts'
import { checkDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { checkFolder } from './folder.ts'
import { checkIssuer, upstreamOf } from './issuer.ts'
import { checkMail } from './mail.ts'
import { checkSettings } from './settings.ts'

/**
 * Checks a configuration: every setting, and everything that they name, as far as the settings are sound.
 *
 * @param path the configuration file, if one was named
 */
export async function checkEverything(
  env: Values,
  path: string | undefined,
  texts: Texts,
): Promise<{ findings: Finding[]; balancer: Balancer | undefined }> {
  const { file, faults: unread } = readFile(path)
  const { faults, sound } = judge(gatherSettings(env, file))
  const mode = sound.mode ?? 'live'
  const settings = checkSettings({ env, file, faults: [...unread, ...faults], mode }, texts)
  const tried = await Promise.all([...triesOf({ ...sound, mode }, texts)])
  return { findings: [...settings, ...tried.flat()], balancer: balancerOf(sound) }
}

/** The checks that the sound settings allow; they run at the same time. */
function* triesOf(sound: Partial<Config> & Pick<Config, 'mode'>, texts: Texts): Iterable<Promise<Finding[]>> {
  const { mode, databaseUrl, dataDirectory, masterKey, mail, host, port, issuer, trustedProxies } = sound
  const usesFolder = dataDirectory !== undefined && (databaseUrl === undefined || mode === 'sandbox')
  if (usesFolder) yield Promise.resolve(checkFolder(dataDirectory, texts))
  if (databaseUrl !== undefined || dataDirectory !== undefined) {
    yield checkDatabase({ databaseUrl, dataDirectory: dataDirectory ?? '' }, { mode, masterKey }, texts)
  }
  if (mail) yield checkMail(mail.url, texts).then((finding) => [finding])
  if (host !== undefined && port !== undefined && (issuer !== undefined || mode === 'sandbox')) {
    yield checkIssuer({ host, port, issuer, trustedProxies: trustedProxies ?? [] }, texts)
  }
}

/** A file that can't be read is one fault among others. */
function readFile(path: string | undefined): { file?: FromFile; faults: readonly Fault[] } {
  try {
    const file = readConfigFile(path)
    return { ...(file && { file }), faults: [] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { faults: error.faults }
  }
}

function balancerOf({ mode, host, port, keepAlive }: Partial<Config>): Balancer | undefined {
  if (mode !== 'live' || host === undefined || port === undefined || keepAlive === undefined) return undefined
  return {
    upstream: upstreamOf({ host, port }),
    readiness: '/readyz',
    liveness: '/healthz',
    idle_timeout_below_seconds: keepAlive,
    // A long poll for events waits for up to 30 s, and a stream says something every 15 s.
    response_timeout_seconds: 45,
    stream_interval_seconds: 15,
    body_bytes: 1024 * 1024,
    stop_seconds: 17,
  }
}
