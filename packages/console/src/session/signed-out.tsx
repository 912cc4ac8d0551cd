import type { Schemas } from '@sendoff/api'
import { type ReactNode, useEffect } from 'react'
import { page } from '../page.ts'
import { Contacts } from '../parts/contacts.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import { Time } from '../parts/time.tsx'
import { initialOf, inLanguage, LANGUAGES } from '../shell/account-menu.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Ended, session, signInAddress, type UsableAccount } from './keeper.ts'

/** The page for somebody who is not signed in, or no longer: the reason, the ways in, and where to ask why an account is gone. */
export function SignedOut({ ended }: { ended: Ended }) {
  const { signedOut, sendoff, states } = useTexts()
  const hasFailed = new URLSearchParams(location.search).get('sign_in') === 'failed'
  const { title, detail } = useReason(ended)
  useEffect(() => {
    document.title = title === signedOut.title ? title : `${title} · ${sendoff}`
  }, [title, signedOut, sendoff])
  const isNew = ended.code === 'signed_out'
  return (
    <div className="signed-out">
      <header className="bar">
        <span className="brand">
          <Mark /> {sendoff}
        </span>
        <span className="space" />
        <nav className="languages">
          {LANGUAGES.filter(([lang]) => lang !== page.lang).map(([lang, name]) => (
            <a key={lang} href={inLanguage(lang)} lang={lang} hrefLang={lang}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main className="card">
        {hasFailed && (
          <p className="banner bad" role="alert">
            {signedOut.failed}
          </p>
        )}
        <h1>{title}</h1>
        {detail}
        {ended.code === 'unreachable' ? (
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {states.retry}
          </button>
        ) : (
          <a className="button primary wide" href={signInAddress(hasFailed || !isNew ? '/console' : undefined)}>
            {isNew ? signedOut.signIn : signedOut.signInAgain}
          </a>
        )}
        {'accounts' in ended && <Others accounts={ended.accounts} />}
        <div className="why">
          <h2>
            <Icon name="clock" /> {signedOut.why}
          </h2>
          <p>
            {signedOut.whyDetail} <a href={signInAddress('/console/former-accounts')}>{signedOut.signIn}</a>
          </p>
          <p>{signedOut.forgotten}</p>
        </div>
      </main>
      {page.isSandbox && <p className="aside">{signedOut.sandboxHint}</p>}
    </div>
  )
}

/** The reason in words, and what goes with it. */
function useReason(ended: Ended): { title: string; detail: ReactNode } {
  const { signedOut, conditions, account } = useTexts()
  if (ended.code === 'signed_out') return { title: signedOut.title, detail: <p className="lead">{signedOut.lead}</p> }
  if (ended.code === 'account_departed') {
    const { departure } = ended
    if (!departure) {
      return { title: signedOut.departed.titlePersonal, detail: <p>{signedOut.departed.detailPersonal}</p> }
    }
    return { title: signedOut.departed.title(departure.organization_name), detail: <Departed departure={departure} /> }
  }
  if (ended.code === 'account_restricted') {
    const detail = (
      <>
        <p className="lead">{signedOut.restricted.detail(conditions[ended.condition])}</p>
        <Contacts of={ended.admins} />
      </>
    )
    return { title: signedOut.restricted.title(ended.organization_name ?? account.personal), detail }
  }
  const { title, detail } = signedOut[ended.code]
  return { title, detail: <p className="lead">{detail}</p> }
}

/** The end of an account: its reason, until when it can be restored, and whom to ask. */
function Departed({ departure }: { departure: Schemas['MyDeparture'] }) {
  const { signedOut, departure: texts, reasons } = useTexts()
  const { initiator, departed_at, reason_code, reason_text, restorable_until, status, admins } = departure
  return (
    <>
      <p className="lead">
        {texts.by[initiator]} · <Time at={departed_at} />
      </p>
      {reason_code !== null && (
        <p>
          {texts.reason}: {reasons[reason_code] ?? reason_code}
          {reason_text !== null && <q className="quoted">{reason_text}</q>}
        </p>
      )}
      <p>
        {restorable_until !== null && status === 'departed' ? (
          <>
            {signedOut.departed.restorable} <Time at={restorable_until} />
          </>
        ) : (
          signedOut.departed.final
        )}
      </p>
      {admins.length > 0 && (
        <>
          <h2>{signedOut.departed.ask}</h2>
          <Contacts of={admins} />
        </>
      )}
    </>
  )
}

/** The person's other accounts, to continue with; the password is not asked for again. */
function Others({ accounts }: { accounts: UsableAccount[] }) {
  const { signedOut, account, roles } = useTexts()
  if (accounts.length === 0) return null
  return (
    <>
      <h2>{signedOut.others}</h2>
      <ul className="choices">
        {accounts.map(({ account_id, organization_name, name, role }) => (
          <li key={account_id}>
            <button type="button" className="menu-item" onClick={() => session.changeAccount(account_id)}>
              <span className="tile small" aria-hidden="true">
                {initialOf(organization_name ?? name)}
              </span>
              <span className="two-lines">
                <strong>{organization_name ?? account.personal}</strong>
                <span>{role ? roles[role] : name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
