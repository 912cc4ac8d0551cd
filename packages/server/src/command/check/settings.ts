import { statSync } from 'node:fs'
import { type Config, type Fault, secretNames, settingNames, type Values } from '../../config.ts'
import type { FromFile } from '../../settings/config-file.ts'
import { fileNames, nearest } from '../../settings/names.ts'
import type { Texts } from '../texts/en.ts'
import { type Finding, findingsOf } from './finding.ts'

type Given = { env: Values; file: FromFile | undefined; faults: Fault[]; mode: Config['mode'] }

const of = findingsOf('settings')

/** Names every wrong setting, variables that look like misspelt settings, and files with secrets that others can read. */
export function checkSettings({ env, file, faults, mode }: Given, { check: { settings: t } }: Texts): Finding[] {
  const wrong = faults.map(({ name, message }) => of.wrong(`${name} ${message}`, t.doIt))
  const known = [...settingNames, ...fileNames.keys()]
  const misspelt = Object.keys(env)
    .filter((name) => name.startsWith('SENDOFF_') && !known.includes(name) && !OF_OTHERS.has(name))
    .flatMap((name) => {
      const near = nearest(name, known)
      return near ? [of.warning(t.unknown(name), t.meant(near))] : []
    })
  const open = secretFiles({ env, file }).flatMap((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
    return mode & 0o007 ? [of.wrong(t.readable(path), t.chmod(path, '600'))] : []
  })
  const findings = [...wrong, ...misspelt, ...open]
  return findings.length > 0 ? findings : [of.ok(t.sound(mode, file?.path))]
}

/** The variables of the command line and the SDK. */
const OF_OTHERS = new Set(['SENDOFF_BASE_URL', 'SENDOFF_TOKEN', 'SENDOFF_CLIENT_ID', 'SENDOFF_CLIENT_SECRET'])

/** The files that hold secrets: those that settings name, and the configuration file with secrets in itself. */
function secretFiles({ env, file }: Pick<Given, 'env' | 'file'>): string[] {
  const named = [...fileNames.keys()].flatMap((name) => env[name] || file?.values[name] || [])
  const holds = file && secretNames.some((name) => file.values[name])
  return [...named, ...(holds ? [file.path] : [])]
}
