import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigurationError, type Fault, listNames } from '../config.ts'
import { fileNames, namesByKey, nearest } from './names.ts'

/** The name of the file that is read from the working folder. */
export const CONFIG_FILE = 'sendoff.config.json'

/** Longer than any configuration, in bytes; a larger file is another one. */
const LONGEST = 1024 * 1024

/** The settings of a configuration file, by the names of the variables for which they stand. */
export type FromFile = { path: string; values: Record<string, string> }

/**
 * Reads a configuration file: an object of JSON, whose keys are the names of settings without `SENDOFF_`, such as `masterKeyFile`. Paths are
 * relative to the file.
 *
 * @param given the path that was asked for; by default the file in the working folder, which may be missing
 * @throws {ConfigurationError} naming every key that is unknown or has the wrong type
 */
export function readConfigFile(given: string | undefined): FromFile | undefined {
  const path = resolve(given ?? CONFIG_FILE)
  const text = read(path, given !== undefined)
  if (text === undefined) return undefined
  const faults: Fault[] = []
  const values: Record<string, string> = {}
  for (const [key, value] of Object.entries(parse(text, path))) {
    const name = namesByKey.get(key)
    const message = name === undefined ? unknown(key) : faultOf(name, value)
    if (message !== undefined) faults.push({ name: `${key} in ${path}`, message })
    else if (name !== undefined) values[name] = textOf(name, value, dirname(path))
  }
  if (faults.length > 0) throw new ConfigurationError(faults)
  return { path, values }
}

const fault = (path: string, message: string) => new ConfigurationError([{ name: path, message }])

function read(path: string, isNeeded: boolean): string | undefined {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > LONGEST) throw fault(path, 'must have at most 1 MiB')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && !isNeeded) return undefined
    throw fault(path, `can't be read: ${code === 'ENOENT' ? 'there is no such file' : code}`)
  }
}

function parse(text: string, path: string): object {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    // Without the message of the parser, which repeats the text around the fault, possibly a secret.
    const at = /position (\d+)/.exec(String(error))?.[1]
    const line = at === undefined ? '' : `, near line ${text.slice(0, Number(at)).split('\n').length}`
    throw fault(path, `must be JSON${line}`)
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw fault(path, 'must be an object, for example {"mode": "live"}')
  }
  return read
}

function unknown(key: string): string {
  // A variable's name is accepted nowhere, but easily meant.
  const near = nearest(key.replace(/^SENDOFF_/, '').replaceAll('_', ''), namesByKey.keys())
  return `must not be there: it is not a setting${near === undefined ? '' : `. Did you mean ${near}?`}`
}

function faultOf(name: string, value: unknown): string | undefined {
  if (typeof value === 'string' || Number.isSafeInteger(value)) return undefined
  if (!listNames.includes(name)) return 'must be text or a whole number'
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? undefined
    : 'must be text, or a list of texts'
}

function textOf(name: string, value: unknown, folder: string): string {
  const text = Array.isArray(value) ? value.join(',') : String(value)
  return text !== '' && (name === 'SENDOFF_DATA_DIR' || fileNames.has(name)) ? resolve(folder, text) : text
}
