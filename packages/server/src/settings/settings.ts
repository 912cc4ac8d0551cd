import { readFileSync } from 'node:fs'
import { type Config, ConfigurationError, examine, type Fault, settingNames, type Values } from '../config.ts'
import { type FromFile, readConfigFile } from './config-file.ts'
import { keys, secretFileOf } from './names.ts'

/** The value of a setting, or the reason why it can't be read, and its place for messages. */
type Gathered = { place: string } & ({ value: string } | { fault: string })

/** The settings that are given, by name. */
export type Settings = ReadonlyMap<string, Gathered>

type Source = { given: Values; placeOf(name: string): string }

/** The most bytes of a file with a secret. */
const LONGEST = 64 * 1024

/**
 * Reads the configuration: the environment, and for what it leaves out the configuration file. A secret may be in a file that its
 * `…_FILE` names.
 *
 * @param path the configuration file; by default `sendoff.config.json` in the working folder, if there is one
 * @throws {ConfigurationError} naming every setting that is missing or wrong, and where it comes from
 */
export function readSettings(environment: Values, path?: string): Config {
  const { config, faults } = judge(gatherSettings(environment, readConfigFile(path)))
  if (!config) throw new ConfigurationError(faults)
  return config
}

/**
 * Reads the place of the database alone, for a program beside a server.
 *
 * @throws {ConfigurationError} as {@link readSettings}
 */
export function readPlace(environment: Values, path?: string): Pick<Config, 'databaseUrl' | 'dataDirectory'> {
  const settings = gatherSettings(environment, readConfigFile(path))
  const place = new Map([...settings].filter(([name]) => name === 'DATABASE_URL' || name === 'SENDOFF_DATA_DIR'))
  const { config, faults } = judge(place)
  if (!config) throw new ConfigurationError(faults)
  return config
}

/** Reads the configuration as far as it is sound; see {@link examine}. A fault is named by its place. */
export function judge(settings: Settings): ReturnType<typeof examine> {
  const values = Object.fromEntries([...settings].map(([name, one]) => [name, 'value' in one ? one.value : undefined]))
  const unread = [...settings.values()].flatMap((one) =>
    'fault' in one ? [{ name: one.place, message: one.fault }] : [],
  )
  const { config, faults, sound } = examine(values)
  // A setting that can't be read is not missing, too.
  const others = faults.filter(({ name }) => !('fault' in (settings.get(name) ?? {})))
  const all: Fault[] = [
    ...unread,
    ...others.map(({ name, message }) => ({ name: settings.get(name)?.place ?? name, message })),
  ]
  return { ...(config && all.length === 0 && { config }), faults: all, sound }
}

/** Puts the settings of the environment and of a configuration file together. The environment comes first, setting by setting. */
export function gatherSettings(environment: Values, file: FromFile | undefined): Settings {
  const sources: Source[] = [{ given: environment, placeOf: (name) => name }]
  if (file) sources.push({ given: file.values, placeOf: (name) => `${keys.get(name)} in ${file.path}` })
  return new Map(
    settingNames.flatMap((name) => {
      const [first] = sources.flatMap((source) => gather(source, name) ?? [])
      return first ? [[name, first]] : []
    }),
  )
}

function gather({ given, placeOf }: Source, name: string): Gathered | undefined {
  const fileName = secretFileOf(name) ?? ''
  const [value, path] = [given[name], given[fileName]]
  const place = placeOf(name)
  if (value && path) return { place, fault: `must not be set together with ${placeOf(fileName)}` }
  if (value) return { place, value }
  return path ? readSecret(placeOf(fileName), path) : undefined
}

function readSecret(place: string, path: string): Gathered {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > LONGEST) return { place, fault: `must name a file of at most 64 KiB, not ${path}` }
    // Editors, `echo` and most secret stores end a file with a line end, which is not part of the secret.
    const value = withoutNewlines(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value === '' ? { place, fault: `names ${path}, which is empty` } : { place: `${place} (${path})`, value }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = REASONS[code ?? ''] ?? code
    return { place, fault: `names ${path}, which can't be read: ${reason}` }
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a directory',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
}

/** Removes the line ends at the end of a text. A pattern for them would be tried at each place of it. */
function withoutNewlines(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1
  return text.slice(0, end)
}
