import { Link } from 'wouter'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { useMe } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import type { Texts } from './texts/en.ts'

type Way = { href: string; name: string; detail: string }

/** The security centre: the ways to sign in, and the ways to end an account. */
export default function Security({ texts }: ScreenOf<Texts>) {
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <Loaded read={useMe()}>
        {(me) => (
          <>
            <Section title={texts.signIn}>
              <Ways
                of={[
                  {
                    href: '/security/address',
                    name: texts.addressName,
                    detail: [me.email, me.phone].filter(Boolean).join(' · '),
                  },
                  { href: '/security/password', name: texts.passwordName, detail: texts.passwordDetail },
                  { href: '/security/sign-ins', name: texts.signInsName, detail: texts.signInsDetail },
                ]}
              />
            </Section>
            <Section title={texts.ending}>
              <Ways
                of={[
                  ...(me.org_id === null
                    ? []
                    : [{ href: '/leave?from=settings', name: texts.leaveName, detail: texts.leaveDetail }]),
                  { href: '/security/deregister', name: texts.deregisterName, detail: texts.deregisterDetail },
                  { href: '/former-accounts', name: texts.formerName, detail: texts.formerDetail },
                ]}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Ways({ of }: { of: Way[] }) {
  return (
    <ul className="rows">
      {of.map(({ href, name, detail }) => (
        <li key={href} className="row-link">
          <div className="row-text">
            <Link href={href} className="row-title">
              {name}
            </Link>
            <p className="row-detail">{detail}</p>
          </div>
          <Icon name="right" />
        </li>
      ))}
    </ul>
  )
}
