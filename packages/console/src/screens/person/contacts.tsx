import type { Schemas } from '@sendoff/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useFilters } from '../../parts/filters.ts'
import { Field } from '../../parts/form.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import { session } from '../../session/keeper.ts'
import { useMe } from '../../session/queries.ts'
import { initialOf } from '../../shell/account-menu.tsx'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

type Props = { texts: Texts['contacts'] }

/** The organisations that the person has joined, of which they pick one to leave (S47), and the people in the present one. */
export default function ContactsScreen({ texts: { contacts: texts } }: ScreenOf<Texts>) {
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <Organizations texts={texts} />
      <People texts={texts} />
    </Screen>
  )
}

const LEAVE = '/leave?from=contacts'

function Organizations({ texts }: Props) {
  const { roles } = useTexts()
  const own = useMe().data?.account_id
  const organizations = useQuery({
    queryKey: ['organizations'],
    queryFn: async ({ signal }) => client.me.listOrganizations({ limit: 200 }, { signal }),
  })
  return (
    <Section title={texts.organizations}>
      <Loaded read={organizations}>
        {({ data }) => (
          <ul className="rows">
            {data.map(({ org_id, name, role, account_id, joined_at }) => (
              <li key={org_id}>
                <span className="tile" aria-hidden="true">
                  {initialOf(name)}
                </span>
                <div className="row-text">
                  <p className="row-title">{name}</p>
                  <p className="row-detail">
                    {roles[role]} · {texts.joined} <Time at={joined_at} dateOnly />
                  </p>
                </div>
                {account_id === own ? (
                  <Link href={LEAVE} className="button" aria-label={texts.leaveNamed(name)}>
                    {texts.leave}
                  </Link>
                ) : (
                  <button
                    type="button"
                    className="button"
                    aria-label={texts.leaveNamed(name)}
                    onClick={() => session.changeAccount(account_id, `/console${LEAVE}`)}
                  >
                    {texts.leave}
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

/** The pause after the last key before the server is asked, in milliseconds. */
const PAUSE = 250

function People({ texts }: Props) {
  const [{ q }, setFilter] = useFilters(['q'])
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => setFilter('q', typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  })
  const { list, more } = usePages(['members', 'contacts', q], (cursor, signal) =>
    client.members.list({ q: q || undefined, cursor, limit: 50 }, { signal }),
  )
  return (
    <Section title={texts.people}>
      <Field
        label={texts.search}
        name="q"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        maxLength={100}
      />
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{texts.none}</p>
            </Empty>
          ) : (
            <>
              <PeopleTable people={data} texts={texts} />
              <More more={more} />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function PeopleTable({ people, texts }: Props & { people: Schemas['Member'][] }) {
  const { roles } = useTexts()
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.reach}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ account_id, name, role, email, phone }) => (
            <tr key={account_id}>
              <th scope="row">{name}</th>
              <td data-label={texts.role}>{roles[role]}</td>
              <td data-label={texts.reach}>{email ?? phone ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
