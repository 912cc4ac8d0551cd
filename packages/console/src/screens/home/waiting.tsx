import type { Schemas } from '@sendoff/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Section } from '../../parts/screen.tsx'
import { Distance, Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import type { Texts } from './texts/en.ts'

type Props = { me: Schemas['Me']; texts: Texts }

/** The invitations and the own applications to leave that the person has to answer. */
export function Waiting({ me, texts }: Props) {
  const isMember = me.org_id !== null
  const invitations = useQuery({
    queryKey: ['invitations'],
    queryFn: async ({ signal }) => client.membershipInvitations.list({ limit: 20 }, { signal }),
  })
  const applications = useQuery({
    queryKey: ['applications', 'open', me.account_id],
    queryFn: async ({ signal }) => {
      const own = { account_id: me.account_id, order: 'desc', limit: 5 } as const
      return client.leaveApplications.list(own, { signal })
    },
    enabled: isMember,
  })
  const reviews = useQuery({
    queryKey: ['applications', 'reviews', 'count'],
    queryFn: async ({ signal }) => client.leaveApplications.list({ awaiting_me: true, limit: MOST }, { signal }),
    enabled: isMember,
  })
  const awaiting = reviews.data?.data.length ?? 0
  const open = applications.data?.data.filter(({ status }) => status === 'pending' || status === 'approved') ?? []
  return (
    <Section title={texts.waiting}>
      <Loaded read={invitations}>
        {({ data }) =>
          data.length + open.length + awaiting === 0 ? (
            <Empty>
              <p>{texts.nothing}</p>
            </Empty>
          ) : (
            <ul className="rows">
              {awaiting > 0 && <Reviews count={awaiting} texts={texts} />}
              {open.map((application) => (
                <Application key={application.application_id} application={application} texts={texts} />
              ))}
              {data.map((invitation) => (
                <Invitation key={invitation.account_id} invitation={invitation} texts={texts} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

/** The most applications that are counted. */
const MOST = 50

function Reviews({ count, texts }: { count: number; texts: Texts }) {
  return (
    <li>
      <div className="row-text">
        <p className="row-title">{texts.reviews(count)}</p>
        <p className="row-detail">{texts.reviewsDetail}</p>
      </div>
      <Link href="/reviews" className="button">
        {texts.open}
      </Link>
    </li>
  )
}

function Application({ application, texts }: { application: Schemas['LeaveApplication']; texts: Texts }) {
  const { application_id, status, expires_at, created_at } = application
  return (
    <li>
      <div className="row-text">
        <p className="row-title">{status === 'approved' ? texts.approved : texts.pending}</p>
        <p className="row-detail">
          {status === 'approved' && expires_at !== null ? (
            <>
              {texts.approvedDetail} {texts.until} <Time at={expires_at} /> (<Distance to={expires_at} />)
            </>
          ) : (
            <>
              {texts.since} <Time at={created_at} />
            </>
          )}
        </p>
      </div>
      <Link href={`/applications/${application_id}`} className="button">
        {texts.open}
      </Link>
    </li>
  )
}

function Invitation({ invitation, texts }: { invitation: Schemas['MembershipInvitation']; texts: Texts }) {
  const { account_id, organization_name } = invitation
  const accept = useAct(client.membershipInvitations.accept)
  const decline = useAct(client.membershipInvitations.decline)
  const isPending = accept.isPending || decline.isPending
  const error = accept.error ?? decline.error
  return (
    <li>
      <div className="row-text">
        <p className="row-title">
          <bdi>{texts.invited(organization_name)}</bdi>
        </p>
        <p className="row-detail">{texts.invitedDetail}</p>
      </div>
      <button type="button" className="button" disabled={isPending} onClick={() => decline.mutate({ account_id })}>
        {texts.decline}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={isPending}
        onClick={() => accept.mutate({ account_id })}
      >
        {texts.accept}
      </button>
      {error && <Refused error={error} />}
    </li>
  )
}
