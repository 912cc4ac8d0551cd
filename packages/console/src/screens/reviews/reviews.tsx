import type { Schemas } from '@sendoff/api'
import { useState } from 'react'
import { Badge } from '../../parts/badge.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useFilters } from '../../parts/filters.ts'
import { Choice } from '../../parts/form.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { type Decision, Review } from './review.tsx'
import type { Texts } from './texts/en.ts'

type Application = Schemas['LeaveApplication']
type Status = Schemas['LeaveApplicationStatus']

/** The applications to leave that wait for the person as an administrator or manager, and those that were decided (S51). */
export default function Reviews({ texts }: ScreenOf<Texts>) {
  const [decision, decide] = useState<Decision>()
  const [{ show }, setFilter] = useFilters(['show'])
  const { list, more } = usePages(['applications', 'reviews', show], (cursor, signal) =>
    client.leaveApplications.list({ ...filterOf(show, texts), order: 'desc', limit: 20, cursor }, { signal }),
  )
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <div className="filters">
        <Choice
          label={texts.show}
          value={show}
          onChange={(event) => setFilter('show', event.target.value)}
          options={[['', texts.awaiting], ['all', texts.all], ...Object.entries(texts.statuses)]}
        />
      </div>
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{show === '' ? texts.none : texts.noneOther}</p>
            </Empty>
          ) : (
            <>
              {data.map((application) => (
                <ApplicationCard
                  key={application.application_id}
                  application={application}
                  texts={texts}
                  decide={show === '' ? decide : undefined}
                />
              ))}
              <More more={more} />
            </>
          )
        }
      </Loaded>
      <Dialog
        title={decision ? texts[`${decision.kind}Named`](decision.application.applicant_name) : ''}
        isOpen={decision !== undefined}
        close={() => decide(undefined)}
      >
        {decision && <Review decision={decision} texts={texts} close={() => decide(undefined)} />}
      </Dialog>
    </Screen>
  )
}

function filterOf(show: string, { statuses }: Texts) {
  if (show === '') return { awaiting_me: true }
  return Object.hasOwn(statuses, show) ? { status: show as Status } : {}
}

type CardProps = ScreenOf<Texts> & {
  application: Application
  decide: ((decision: Decision) => void) | undefined
}

function ApplicationCard({ application, texts, decide }: CardProps) {
  const { reasons } = useTexts()
  const { applicant_name, reason_code, reason_text, status, created_at, comment } = application
  return (
    <article className="card">
      <h2 className="row-title">
        {applicant_name} {!decide && <Badge>{texts.statuses[status]}</Badge>}
      </h2>
      <p className="row-detail">
        {reasons[reason_code] ?? reason_code} · {texts.sent} <Time at={created_at} />
      </p>
      <p>
        <q>{reason_text}</q>
      </p>
      {comment !== null && (
        <p className="row-detail">
          <q>{comment}</q>
        </p>
      )}
      {decide && (
        <p className="card-actions">
          <button type="button" className="button primary" onClick={() => decide({ kind: 'approve', application })}>
            {texts.approve}
          </button>
          <button type="button" className="button" onClick={() => decide({ kind: 'reject', application })}>
            {texts.reject}
          </button>
        </p>
      )}
    </article>
  )
}
