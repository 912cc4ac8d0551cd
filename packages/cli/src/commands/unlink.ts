import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { confirm } from '../output/ask.ts'
import type { Session } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { count, globalFlags, id, yesOrNo } from './flags.ts'
import { type Reasoned, reasonFlags, reasonOf } from './reason.ts'

type Flags = GlobalFlags & Reasoned & { readonly dept?: number; readonly dryRun: boolean; readonly yes: boolean }

/** `sendoff unlink`: shows what ends with an association, asks, and ends it. */
export const unlink = (texts: Texts) =>
  buildCommand<Flags, [string], Context>({
    docs: { brief: texts.unlink.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        ...reasonFlags(texts),
        dept: count(texts, texts.unlink.dept, 2 ** 31),
        dryRun: yesOrNo(texts.flags.dryRun),
        yes: yesOrNo(texts.flags.yes),
      },
      positional: { kind: 'tuple', parameters: [id(texts, texts.unlink.org, 'org')] },
    },
    async func(flags, associated_org_id) {
      const { out, session, asking } = begin(this, flags)
      const dept_id = flags.dept ?? (await departmentOf(session, associated_org_id, texts))
      const { organization } = session.client(['org:unlink'])
      const request = { dept_id, associated_org_id, ...reasonOf(flags) }
      const preview = await organization.previewUnlink(request)
      const { association, shared_resources, authorizations } = preview
      const lines = [
        texts.unlink.what(association.associated_org_name, association.type, localTime(association.linked_at)),
        texts.unlink.ends(shared_resources.total, authorizations.length),
        ...shared_resources.items.map(
          ({ resource_id, ...shared }) => `  ${resource_id}  ${'name' in shared ? shared.name : ''}`,
        ),
      ]
      if (flags.dryRun) return out.document({ dry_run: true, ...preview }, () => lines)
      for (const line of lines) out.note(line)
      await confirm(texts.unlink.question(association.associated_org_name), flags.yes, asking)
      const done = await organization.unlink(request)
      out.document(done, () => [texts.unlink.done(done.association_id, localTime(done.unlinked_at))])
    },
  })

/** Finds the department that is linked with an organisation, where there is only one. @throws {Failure} exit 2 or 3 */
async function departmentOf(session: Session, associated_org_id: string, texts: Texts): Promise<number> {
  const linked = new Set<number>()
  for await (const one of session.client(['org:association:read']).associations.list({ limit: 200 })) {
    if (one.associated_org_id === associated_org_id) linked.add(one.dept_id)
  }
  const [dept, ...others] = linked
  if (dept === undefined) throw new Failure(EXIT.notFound, 'association_not_found', texts.unlink.notLinked)
  if (others.length > 0) throw usage(texts.unlink.needsDept([...linked]), { flag: '--dept' })
  return dept
}
