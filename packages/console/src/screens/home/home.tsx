import { Link } from 'wouter'
import { Badge } from '../../parts/badge.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { session } from '../../session/keeper.ts'
import { useAccounts, useMe, useNotifications, useOrganization } from '../../session/queries.ts'
import { initialOf } from '../../shell/account-menu.tsx'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'
import { Waiting } from './waiting.tsx'

/** The first screen: what waits for the person, what is new, and their accounts. */
export default function Home({ texts }: ScreenOf<Texts>) {
  const me = useMe()
  const organization = useOrganization()
  return (
    <Loaded read={me}>
      {(own) => (
        <Screen
          title={texts.title(own.name)}
          lead={
            own.org_id === null
              ? texts.leadPersonal
              : organization.data && texts.leadOrganization(organization.data.name)
          }
        >
          <Waiting me={own} texts={texts} />
          <News texts={texts} />
          <Accounts texts={texts} own={own.account_id} />
        </Screen>
      )}
    </Loaded>
  )
}

function News({ texts }: ScreenOf<Texts>) {
  const { data } = useNotifications()
  const unread = data?.data.filter(({ read_at }) => read_at === null).slice(0, 3) ?? []
  if (unread.length === 0) return null
  return (
    <Section title={texts.news}>
      <ul className="rows">
        {unread.map(({ notification_id, title, detail, created_at }) => (
          <li key={notification_id}>
            <div className="row-text">
              <p className="row-title">{title}</p>
              <p className="row-detail">{detail}</p>
            </div>
            <span className="row-detail">
              <Time at={created_at} />
            </span>
          </li>
        ))}
      </ul>
      <p className="more">
        <Link href="/notifications">{texts.allNews}</Link>
      </p>
    </Section>
  )
}

function Accounts({ texts, own }: ScreenOf<Texts> & { own: string }) {
  const { account, roles, conditions } = useTexts()
  return (
    <Section title={texts.accounts} lead={texts.accountsLead}>
      <Loaded read={useAccounts()}>
        {({ data }) => (
          <ul className="rows">
            {data.map((one) => (
              <li key={one.account_id}>
                <span className="tile" aria-hidden="true">
                  {initialOf(one.organization_name ?? one.name)}
                </span>
                <div className="row-text">
                  <p className="row-title">
                    {one.organization_name ?? account.personal}
                    {one.account_id === own && <Badge tone="good">{texts.current}</Badge>}
                    {one.condition !== 'normal' && <Badge tone="bad">{conditions[one.condition]}</Badge>}
                  </p>
                  <p className="row-detail">
                    {one.role ? roles[one.role] : one.name} · {texts.joined} <Time at={one.created_at} dateOnly />
                  </p>
                </div>
                {one.account_id !== own && one.condition === 'normal' && (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${texts.switchTo}: ${one.organization_name ?? account.personal}`}
                    onClick={() => session.changeAccount(one.account_id)}
                  >
                    {texts.switchTo}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
