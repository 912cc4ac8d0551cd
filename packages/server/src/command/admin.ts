import { text as textOf } from 'node:stream/consumers'
import { askUnseen, outputTo, textsOf } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import type { OperatorRefusal, PasswordLink } from '../accounts/first-administrator.ts'
import { timestamp } from '../clock.ts'
import type { Context, GlobalFlags } from './context.ts'
import { refused } from './exit.ts'
import { globalFlags, needed, yesOrNo } from './flags.ts'
import type { Texts } from './texts/en.ts'

type Create = GlobalFlags & {
  readonly email: string
  readonly name: string
  readonly organization: string
  readonly password: boolean
  readonly another: boolean
}

const domain = () => Promise.all([import('../accounts/first-administrator.ts'), import('./live.ts')])

/** `sendoff-server admin create`: creates the first person and organisation of a live installation (S117). */
export const adminCreate = (texts: Texts) =>
  buildCommand<Create, [], Context>({
    docs: { brief: texts.admin.create, fullDescription: `${texts.admin.create}\n\n${texts.admin.createMore}` },
    parameters: {
      flags: {
        ...globalFlags(texts),
        email: needed(texts.admin.email, 'email'),
        name: needed(texts.admin.name, 'name'),
        organization: needed(texts.admin.organization, 'name'),
        password: yesOrNo(texts.admin.password),
        another: yesOrNo(texts.admin.another),
      },
    },
    async func(flags) {
      const t = texts.admin
      const [{ createAdministrator, createPasswordLink }, { hashOf, openLive, readFounding }] = await domain()
      const founding = readFounding(this, flags)
      const passwordHash = flags.password ? await hashOf(await readPassword(this), texts) : undefined
      const live = await openLive(this, flags)
      const made = await live.write(async (work, store) => {
        const created = await createAdministrator(work, store, { ...founding, passwordHash }, flags.another)
        if (typeof created === 'string') throw refusal(created, texts)
        const link = passwordHash ? undefined : await createPasswordLink(work, live.sealer, founding.email)
        if (typeof link === 'string') throw refusal(link, texts)
        return { ...created, link }
      })
      const { org_id, account_id, link } = made
      const { name, organization } = founding
      outputTo(this, flags).document({ org_id, account_id, ...(link && linkIn(live.issuer, link)) }, () => [
        t.created(name, account_id, organization, org_id),
        ...(link ? linkLines(live.issuer, link, texts) : [t.withPassword]),
      ])
    },
  })

type Link = GlobalFlags & { readonly email: string }

/** `sendoff-server admin link`: prints a new link for a person who has no password yet (S118). */
export const adminLink = (texts: Texts) =>
  buildCommand<Link, [], Context>({
    docs: { brief: texts.admin.link },
    parameters: { flags: { ...globalFlags(texts), email: needed(texts.admin.email, 'email') } },
    async func(flags) {
      const [{ createPasswordLink }, { openLive, readEmail }] = await domain()
      const email = readEmail(this.language, flags.email)
      const live = await openLive(this, flags)
      const link = await live.write(async (work) => {
        const made = await createPasswordLink(work, live.sealer, email)
        if (typeof made === 'string') throw refusal(made, texts)
        return made
      })
      outputTo(this, flags).document(linkIn(live.issuer, link), () => linkLines(live.issuer, link, texts))
    },
  })

const refusal = (code: OperatorRefusal, texts: Texts) => refused(code, texts.admin.refused[code])

const linkIn = (issuer: string, { secret, expiresAt }: PasswordLink) => ({
  link: `${issuer}/sign-in/password?link=${secret}`,
  expires_at: timestamp(expiresAt),
})

function linkLines(issuer: string, link: PasswordLink, texts: Texts): string[] {
  const { link: address, expires_at } = linkIn(issuer, link)
  return [texts.admin.setPassword(expires_at), address]
}

/** Reads the password from the terminal, unseen, or the first line of standard input; never from an argument, which others can list. */
async function readPassword({ stdin, stderr, texts, language }: Context): Promise<string> {
  if (!stdin.isTTY) return (await textOf(stdin)).split(/\r?\n/, 1)[0] ?? ''
  return askUnseen(texts.admin.askPassword, { stdin, stderr, input: true, texts: textsOf(language) })
}
