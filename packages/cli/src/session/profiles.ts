import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TokenStore, UserTokens } from '@sendoff/sdk'
import { usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { exclusively } from './exclusively.ts'
import { readJson, writePrivately } from './files.ts'
import type { Folders } from './folders.ts'

/** A sign-in that was kept by `login`. Its secrets are in the state folder. */
export type Profile = {
  readonly base_url: string
  readonly kind: 'app' | 'person'
  readonly client_id: string
  /** The organisation in which it acts. */
  readonly org_id?: string | undefined
  readonly account_id?: string | undefined
  readonly name?: string | undefined
}

/** The secrets of a profile: those of an app, or of a person's sign-in. */
export type Secrets = { readonly client_secret?: string | undefined; readonly tokens?: UserTokens | undefined }

type Kept = { current?: string | undefined; profiles: Record<string, Profile> }

export type Profiles = ReturnType<typeof profilesIn>

/** Opens the profiles of this user. */
export function profilesIn({ config, state }: Folders, texts: Texts) {
  const file = join(config, 'profiles.json')
  const read = (): Kept => {
    const { current, profiles = {} } = (readJson(file) ?? {}) as Partial<Kept>
    return { current, profiles }
  }
  const write = (kept: Kept) => writePrivately(file, `${JSON.stringify(kept, null, 2)}\n`)
  const secretsFile = (name: string) => join(state, 'tokens', `${checkedName(name, texts)}.json`)
  return {
    file,
    list: read,
    /** Finds a profile by its name, or the current one. */
    find(name = read().current): { name: string; profile: Profile } | undefined {
      const profile = name === undefined ? undefined : read().profiles[name]
      return name !== undefined && profile ? { name, profile } : undefined
    },
    secretsFile,
    secrets: (name: string) => (readJson(secretsFile(name)) ?? {}) as Secrets,
    /** Keeps a profile and makes it the current one. */
    add(name: string, profile: Profile, secrets: Secrets): void {
      writePrivately(secretsFile(name), JSON.stringify(secrets))
      const { profiles } = read()
      write({ current: name, profiles: { ...profiles, [name]: profile } })
    },
    /** Finds the profile of an account. */
    ofAccount(account_id: string): { name: string; profile: Profile } | undefined {
      const [found] = Object.entries(read().profiles).filter(([, profile]) => profile.account_id === account_id)
      return found && { name: found[0], profile: found[1] }
    },
    /** The tokens of a person's profile, as the SDK keeps them: one process at a time refreshes them, since each refresh token is used once. */
    storeOf(name: string, tokens: UserTokens): TokenStore {
      const file = secretsFile(name)
      return {
        get: () => ((readJson(file) ?? {}) as Secrets).tokens ?? tokens,
        set: (next) => writePrivately(file, JSON.stringify({ tokens: next })),
        lock: (work) => exclusively(`${file}.lock`, work, texts),
      }
    },
    /** Does something with the secrets of a profile while no other process refreshes its tokens. */
    withSecrets: <Value>(name: string, work: (secrets: Secrets) => Promise<Value>): Promise<Value> => {
      const file = secretsFile(name)
      return exclusively(`${file}.lock`, () => work((readJson(file) ?? {}) as Secrets), texts)
    },
    use(name: string): void {
      write({ ...read(), current: name })
    },
    /** Forgets a profile and its secrets. */
    remove(name: string): void {
      rmSync(secretsFile(name), { force: true })
      const { current, profiles } = read()
      const { [name]: _, ...others } = profiles
      write({ current: current === name ? Object.keys(others)[0] : current, profiles: others })
    },
  }
}

/** Checks a name that becomes a part of a path. @throws {Failure} exit 2 */
export function checkedName(name: string, texts: Texts): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name)) return name
  throw usage(texts.errors.badName(name))
}
