import type { Context, GlobalFlags } from '../context.ts'
import { hasColours, styles } from '../output/colours.ts'
import { outputTo } from '../output/output.ts'
import { findCredentials } from '../session/credentials.ts'
import { foldersOf } from '../session/folders.ts'
import { profilesIn } from '../session/profiles.ts'
import { openSession } from '../session/session.ts'
import { durationOf } from '../values/duration.ts'

export type Begun = ReturnType<typeof begin>

/** Opens what every command needs: its output, the questions, the profiles, and the session when it is first used. */
export function begin(context: Context, flags: GlobalFlags) {
  const { env, texts, stdin, stdout, stderr, language } = context
  const out = outputTo({ stdout, stderr }, flags)
  const folders = foldersOf(env)
  const profiles = profilesIn(folders, texts)
  const open = () =>
    openSession({
      ...findCredentials({ env, flags, profiles, texts }),
      language,
      timeout: flags.timeout,
      texts,
      ...(flags.verbose && { log: (line: string) => void stderr.write(`${line}\n`) }),
    })
  let session: ReturnType<typeof open> | undefined
  return {
    out,
    texts,
    folders,
    profiles,
    paint: styles(!flags.json && hasColours(flags.color, stdout, env)),
    asking: { stdin, stderr, input: flags.input && !flags.json, texts },
    get session() {
      session ??= open()
      return session
    },
    /** Turns `2h` into a moment by the platform's clock, which in a sandbox is moved. Leaves a moment. */
    async moment(given: string | undefined): Promise<string | undefined> {
      const before = given === undefined ? undefined : durationOf(given)
      if (before === undefined) return given
      const { now } = await this.session
        .open()
        .sandbox.getClock()
        .catch(() => ({ now: new Date().toISOString() }))
      return new Date(Date.parse(now) - before).toISOString()
    },
  }
}
