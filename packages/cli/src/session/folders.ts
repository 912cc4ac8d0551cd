import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The folders of the command: settings, which may be copied to another machine, and state, which may not. */
export type Folders = { readonly config: string; readonly state: string }

/** Finds the folders by the XDG base directories, which must be absolute; on Windows by `%APPDATA%` and `%LOCALAPPDATA%`. */
export function foldersOf(env: Environment, platform: NodeJS.Platform = process.platform): Folders {
  const home = env.HOME || homedir()
  const within = (name: string, otherwise: string) => {
    const given = env[name]
    return join(given && isAbsolute(given) ? given : otherwise, 'sendoff')
  }
  if (platform === 'win32') {
    return {
      config: within('APPDATA', join(home, 'AppData', 'Roaming')),
      state: within('LOCALAPPDATA', join(home, 'AppData', 'Local')),
    }
  }
  return {
    config: within('XDG_CONFIG_HOME', join(home, '.config')),
    state: within('XDG_STATE_HOME', join(home, '.local', 'state')),
  }
}
