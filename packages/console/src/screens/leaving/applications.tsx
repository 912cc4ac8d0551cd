import type { Schemas } from '@sendoff/api'
import { Link } from 'wouter'
import { Badge } from '../../parts/badge.tsx'
import { useFilters } from '../../parts/filters.ts'
import { Choice } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import { useMe } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

type Status = Schemas['LeaveApplicationStatus']

/** The person's own applications to leave, the newest first. */
export default function Applications({ texts }: ScreenOf<Texts>) {
  const me = useMe()
  return (
    <Screen
      title={texts.applications.title}
      lead={texts.applications.lead}
      actions={
        <Link href="/applications/new" className="button primary">
          {texts.applications.new}
        </Link>
      }
    >
      <Loaded read={me}>{({ account_id }) => <Own account={account_id} texts={texts} />}</Loaded>
    </Screen>
  )
}

function Own({ account, texts: { applications: texts } }: ScreenOf<Texts> & { account: string }) {
  const { reasons } = useTexts()
  const [{ status }, setFilter] = useFilters(['status'])
  const chosen = Object.hasOwn(texts.statuses, status) ? { status: status as Status } : {}
  const { list, more } = usePages(['applications', account, status], (cursor, signal) => {
    const own = { account_id: account, order: 'desc', limit: 20 } as const
    return client.leaveApplications.list({ ...own, ...chosen, cursor }, { signal })
  })
  return (
    <>
      <div className="filters">
        <Choice
          label={texts.status}
          value={status}
          onChange={(event) => setFilter('status', event.target.value)}
          options={[['', texts.all], ...Object.entries(texts.statuses)]}
        />
      </div>
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{texts.none}</p>
            </Empty>
          ) : (
            <>
              <ul className="rows">
                {data.map(({ application_id, status, reason_code, created_at }) => (
                  <li key={application_id} className="row-link">
                    <div className="row-text">
                      <Link href={`/applications/${application_id}`} className="row-title">
                        {reasons[reason_code] ?? reason_code}
                        <StatusBadge status={status} texts={texts} />
                      </Link>
                      <p className="row-detail">
                        {texts.sent} <Time at={created_at} />
                      </p>
                    </div>
                    <Icon name="right" />
                  </li>
                ))}
              </ul>
              <More more={more} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

const TONES = {
  pending: 'warm',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
  confirmed: 'plain',
  expired: 'plain',
} as const satisfies Record<Status, string>

/** The status of an application. */
export function StatusBadge({ status, texts }: { status: Status; texts: Texts['applications'] }) {
  return <Badge tone={TONES[status]}>{texts.statuses[status]}</Badge>
}
