import type { Schemas } from '@sendoff/api'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { useFilters } from '../../parts/filters.ts'
import { Area, Check, Submit, sends } from '../../parts/form.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import { session } from '../../session/keeper.ts'
import { useMe, useOrganization } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { Blocked } from './blocked.tsx'
import { Consequences } from './consequences.tsx'
import { entryPointOf } from './entry-point.ts'
import { useLeavePreview, wayIn } from './preview.ts'
import { type Reason, ReasonChoice } from './reason.tsx'
import { type Recipient, RecipientChoice } from './recipient.tsx'
import type { Texts } from './texts/en.ts'

type Preview = Schemas['LeavePreview']

/** Leaving the organisation, at once or by an application, whichever its policies allow (S38 to S55). */
export default function Leave({ texts }: ScreenOf<Texts>) {
  const me = useMe().data
  const organization = useOrganization().data
  const [recipient, setRecipient] = useState<Recipient>()
  const preview = useLeavePreview(recipient?.account_id)
  const isInstant = preview.data && wayIn(preview.data, 'instant').is_open
  const title = organization ? texts.leave.title(organization.name) : texts.leave.titlePlain
  if (me?.org_id === null) return <PersonalAccount texts={texts} />
  return (
    <Screen
      title={title}
      lead={isInstant ? texts.leave.leadInstant : preview.data?.approval.is_required && texts.leave.leadApproval}
    >
      <Loaded read={preview}>
        {(data) => (
          <>
            {!isInstant && <Otherwise preview={data} texts={texts} />}
            <Consequences preview={data} texts={texts.consequences} />
            {isInstant && <LeaveForm texts={texts} recipient={recipient} setRecipient={setRecipient} />}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function PersonalAccount({ texts }: ScreenOf<Texts>) {
  return (
    <Screen title={texts.leave.titlePlain}>
      <Empty>
        <p>{texts.leave.personal}</p>
        <Link href="/security/deregister">{texts.deregister.title}</Link>
      </Empty>
    </Screen>
  )
}

/** The way that is open in place of leaving at once, or the rules that close every way. */
function Otherwise({ preview, texts }: ScreenOf<Texts> & { preview: Preview }) {
  const { application } = preview.approval
  const [approval, instant] = [wayIn(preview, 'approval'), wayIn(preview, 'instant')]
  if (application) {
    return (
      <div className="card">
        <p>{texts.leave[application.status]}</p>
        <Link href={`/applications/${application.application_id}`} className="button primary">
          {texts.leave.open}
        </Link>
      </div>
    )
  }
  if (preview.approval.is_required && approval.is_open) {
    return (
      <div className="card">
        <p>
          {texts.leave.reviewers}: <Reviewers preview={preview} texts={texts} />
        </p>
        <Link href="/applications/new" className="button primary">
          {texts.leave.apply}
        </Link>
      </div>
    )
  }
  return (
    <Blocked blockers={instant.blockers} texts={texts.blocked}>
      {wayIn(preview, 'deregistration').is_open && (
        <Link href="/security/deregister" className="button">
          {texts.blocked.deregister}
        </Link>
      )}
    </Blocked>
  )
}

function Reviewers({ preview: { approval }, texts }: ScreenOf<Texts> & { preview: Preview }) {
  const names = approval.reviewers.flatMap((reviewer) => {
    if (reviewer === 'administrator') return texts.leave.administrator
    return approval.manager ? texts.leave.manager(approval.manager.name) : []
  })
  const list = new Intl.ListFormat(document.documentElement.lang, { type: 'unit', style: 'long' }).format(names)
  if (names.length < 2) return list
  return `${list} (${approval.takes === 'all' ? texts.leave.both : texts.leave.either})`
}

type FormProps = ScreenOf<Texts> & {
  recipient: Recipient | undefined
  setRecipient: (recipient?: Recipient) => void
}

function LeaveForm({ texts, recipient, setRecipient }: FormProps) {
  const [{ from }] = useFilters(['from'])
  const leave = useAct(client.leave.create, { onDone: () => void session.check() })
  const faults = faultsOf(leave.error)
  const send = sends((field) => {
    leave.mutate({
      confirm: true,
      reason_code: field('reason_code') as Reason,
      reason_text: field('reason_text').trim() || undefined,
      entry_point: entryPointOf(from),
      handover: recipient && { recipient_id: recipient.account_id },
    })
  })
  return (
    <Section title={texts.leave.submit}>
      <form className="card" onSubmit={send}>
        {leave.error && <Refused error={leave.error} />}
        <RecipientChoice texts={texts.leave} chosen={recipient} choose={setRecipient} />
        <ReasonChoice label={texts.leave.reason} />
        <Area label={texts.leave.more} name="reason_text" maxLength={500} fault={faults.reason_text} />
        <Check name="confirm" required label={texts.leave.confirm} />
        <Submit isPending={leave.isPending} kind="danger">
          {texts.leave.submit}
        </Submit>
      </form>
    </Section>
  )
}
