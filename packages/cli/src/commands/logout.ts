import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure } from '../errors/failure.ts'
import { revoke } from '../session/sign-in.ts'
import type { Texts } from '../texts/texts.ts'
import { begin } from './begin.ts'
import { globalFlags } from './flags.ts'

/** `sendoff logout`: ends a person's sign-in at the platform, and forgets a profile with its secret. */
export const logout = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.logout.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const { out, profiles } = begin(this, flags)
      const found = profiles.find(flags.profile)
      if (!found) throw new Failure(EXIT.notFound, 'profile_not_found', texts.errors.noProfile(flags.profile ?? ''))
      const { name, profile } = found
      const revoked = await profiles.withSecrets(name, async ({ tokens }) => {
        const ended = tokens ? await revoke(profile.base_url, tokens.refreshToken) : null
        profiles.remove(name)
        return ended
      })
      out.document({ profile: name, removed: true, revoked }, () => [texts.logout.done(name)])
      if (revoked !== false) return
      out.note(texts.logout.notRevoked(profile.base_url))
      this.process.exitCode = EXIT.inPart
    },
  })
