import { type Asking, confirm, outputTo, textsOf } from '@sendoff/cli/terminal'
import { buildCommand, type TypedPositionalParameter } from '@stricli/core'
import type { Context, GlobalFlags } from './context.ts'
import { refused } from './exit.ts'
import { globalFlags, yesOrNo } from './flags.ts'
import type { Texts } from './texts/en.ts'

const file = (brief: string): TypedPositionalParameter<string, Context> => ({
  brief,
  placeholder: 'file',
  parse: String,
})

const domain = () => Promise.all([import('../store/backup.ts'), import('../settings/settings.ts')])

/** `sendoff-server backup`: copies the SQLite database, also while the server runs. */
export const backup = (texts: Texts) =>
  buildCommand<GlobalFlags, [string], Context>({
    docs: { brief: texts.backup.brief },
    parameters: {
      flags: globalFlags(texts),
      positional: { kind: 'tuple', parameters: [file(texts.backup.file)] },
    },
    async func(flags, target) {
      const [{ BackupRefused, backUp }, { readPlace }] = await domain()
      const place = readPlace(this.env, flags.config)
      if (place.databaseUrl !== undefined) throw refused('postgres', texts.backup.postgres)
      const copy = await backUp(place.dataDirectory, target).catch((error: unknown) => {
        throw error instanceof BackupRefused ? refusal(error, texts) : error
      })
      const size = (copy.bytes / 1024 / 1024).toFixed(1)
      outputTo(this, flags).document(copy, () => [texts.backup.done(copy.file, size)])
    },
  })

type Restore = GlobalFlags & { readonly yes: boolean }

/** `sendoff-server restore`: puts a backup in place of the SQLite database, while the server is stopped. */
export const restore = (texts: Texts) =>
  buildCommand<Restore, [string], Context>({
    docs: { brief: texts.restore.brief },
    parameters: {
      flags: { ...globalFlags(texts), yes: yesOrNo(texts.flags.yes) },
      positional: { kind: 'tuple', parameters: [file(texts.restore.file)] },
    },
    async func(flags, source) {
      const [{ BackupRefused, restoreBackup }, { readPlace }] = await domain()
      const { databaseUrl, dataDirectory } = readPlace(this.env, flags.config)
      if (databaseUrl !== undefined) throw refused('postgres', texts.backup.postgres)
      const { stdin, stderr, language } = this
      const asking: Asking = { stdin, stderr, input: !flags.json, texts: textsOf(language) }
      await confirm(texts.restore.question(dataDirectory), flags.yes, asking)
      const done = await restoreBackup(source, dataDirectory).catch((error: unknown) => {
        throw error instanceof BackupRefused ? refusal(error, texts) : error
      })
      outputTo(this, flags).document(done, () => [texts.restore.done(done.file, done.kept)])
    },
  })

type Refused = { reason: 'exists' | 'folder' | 'broken'; file: string; detail: string }

const refusal = ({ reason, file, detail }: Refused, { backup: t }: Texts) =>
  refused(
    `backup_${reason}`,
    reason === 'exists' ? t.exists(file) : reason === 'folder' ? t.folder(file, detail) : t.broken(file, detail),
  )
