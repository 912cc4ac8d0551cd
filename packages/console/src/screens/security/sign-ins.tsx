import type { Schemas } from '@sendoff/api'
import { useState } from 'react'
import { useAct } from '../../parts/act.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import { session } from '../../session/keeper.ts'
import { useAccounts } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

type Consent = Schemas['Consent']

/** The apps and sign-ins that act for the person, each of which they can end. */
export default function SignIns({ texts: { title: up, signIns: texts } }: ScreenOf<Texts>) {
  const [ending, setEnding] = useState<Consent>()
  const { list, more } = usePages(['consents'], (cursor, signal) =>
    client.me.listConsents({ cursor, limit: 50 }, { signal }),
  )
  return (
    <Screen title={texts.title} lead={texts.lead} up={{ href: '/security', name: up }}>
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{texts.none}</p>
            </Empty>
          ) : (
            <>
              <Consents consents={data} texts={texts} end={setEnding} />
              <More more={more} />
            </>
          )
        }
      </Loaded>
      <Section title={texts.everywhere} lead={texts.everywhereDetail}>
        <button type="button" className="button" onClick={() => session.signOut(true)}>
          {texts.everywhere}
        </button>
      </Section>
      <Dialog
        title={ending ? texts.sure(ending.app_name) : ''}
        isOpen={ending !== undefined}
        close={() => setEnding(undefined)}
      >
        {ending && <End consent={ending} texts={texts} close={() => setEnding(undefined)} />}
      </Dialog>
    </Screen>
  )
}

type Props = { texts: Texts['signIns'] }

function Consents({ consents, texts, end }: Props & { consents: Consent[]; end: (consent: Consent) => void }) {
  const accounts = useAccounts().data?.data ?? []
  const nameOf = (id: string) => {
    return accounts.find(({ account_id }) => account_id === id)?.organization_name ?? texts.personal
  }
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.app}</th>
            <th scope="col">{texts.account}</th>
            <th scope="col">{texts.given}</th>
            <th scope="col">{texts.expires}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {consents.map((consent) => (
            <tr key={consent.consent_id}>
              <th scope="row">{consent.app_name}</th>
              <td data-label={texts.account}>{nameOf(consent.account_id)}</td>
              <td data-label={texts.given}>
                <Time at={consent.given_at} />
              </td>
              <td data-label={texts.expires}>
                <Time at={consent.expires_at} dateOnly />
              </td>
              <td className="number">
                <button
                  type="button"
                  className="button"
                  aria-label={texts.endNamed(consent.app_name)}
                  onClick={() => end(consent)}
                >
                  {texts.end}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function End({ consent, texts, close }: Props & { consent: Consent; close: () => void }) {
  const { form } = useTexts()
  const end = useAct(client.me.endConsent, { onDone: close })
  return (
    <>
      <p>{texts.sureDetail}</p>
      {end.error && <Refused error={end.error} />}
      <p className="card-actions">
        <button
          type="button"
          className="button danger"
          disabled={end.isPending}
          onClick={() => end.mutate({ consent_id: consent.consent_id })}
        >
          {texts.end}
        </button>
        <button type="button" className="button" onClick={close}>
          {form.cancel}
        </button>
      </p>
    </>
  )
}
