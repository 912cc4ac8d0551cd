import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Field } from '../../parts/form.tsx'
import { client } from '../../session/client.ts'
import { useMe } from '../../session/queries.ts'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

export type Recipient = { account_id: string; name: string }

type Props = { texts: Texts['leave']; chosen: Recipient | undefined; choose: (recipient?: Recipient) => void }

/** The most people that a search shows. */
const SHOWN = 6

/** Lets the leaver choose who takes over, by searching on the server: an organisation may have 100,000 members. */
export function RecipientChoice({ texts, chosen, choose }: Props) {
  return (
    <fieldset className="choice-group">
      <legend>{texts.recipient}</legend>
      {chosen ? (
        <p>
          {texts.chosen} <strong>{chosen.name}</strong>{' '}
          <button type="button" className="link-button" onClick={() => choose()}>
            {texts.clear}
          </button>
        </p>
      ) : (
        <Search texts={texts} choose={choose} />
      )}
    </fieldset>
  )
}

function Search({ texts, choose }: Pick<Props, 'texts' | 'choose'>) {
  const { roles } = useTexts()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const own = useMe().data?.account_id
  const { data } = useQuery({
    queryKey: ['members', 'recipients', q],
    queryFn: async ({ signal }) => client.members.list({ q, condition: 'normal', limit: SHOWN + 1 }, { signal }),
    enabled: isLongEnough(q),
  })
  const found = data?.data.filter(({ account_id }) => account_id !== own).slice(0, SHOWN)
  return (
    <>
      <Field
        label={texts.search}
        name="recipient"
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        hint={texts.recipientHint}
      />
      <div aria-live="polite">
        {found?.length === 0 && <p className="hint">{texts.nobody}</p>}
        {found && found.length > 0 && (
          <ul className="choices">
            {found.map(({ account_id, name, role }) => (
              <li key={account_id}>
                <button type="button" className="menu-item" onClick={() => choose({ account_id, name })}>
                  <span className="two-lines">
                    <strong>{name}</strong>
                    <span>{roles[role]}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

/** Two letters, or one Chinese character: a search for one letter finds everybody. */
const isLongEnough = (q: string) => q.length >= 2 || /\p{Script=Han}/u.test(q)
