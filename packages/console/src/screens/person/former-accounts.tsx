import type { Schemas } from '@sendoff/api'
import { Badge } from '../../parts/badge.tsx'
import { Contacts } from '../../parts/contacts.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Distance, Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

/** Why accounts of the person are gone, and whom to ask (S21). */
export default function FormerAccounts({ texts: { former: texts } }: ScreenOf<Texts>) {
  const { list, more } = usePages(['departures', 'own'], (cursor, signal) =>
    client.me.listDepartures({ cursor, limit: 20 }, { signal }),
  )
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{texts.none}</p>
            </Empty>
          ) : (
            <>
              {data.map((departure) => (
                <Departed key={departure.departure_id} departure={departure} texts={texts} />
              ))}
              <More more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

function Departed({ departure, texts }: { departure: Schemas['MyDeparture']; texts: Texts['former'] }) {
  const { departure: words, reasons } = useTexts()
  const { organization_name, initiator, departed_at, reason_code, reason_text, restorable_until, status, admins } =
    departure
  const isOpen = status === 'departed' && restorable_until !== null
  return (
    <article className="card">
      <h2 className="row-title">
        {organization_name}
        {status === 'restored' && <Badge tone="good">{texts.restored}</Badge>}
        {status !== 'restored' && (
          <Badge tone={isOpen ? 'warm' : 'plain'}>{isOpen ? texts.restorable : texts.final}</Badge>
        )}
      </h2>
      <p>
        {words.by[initiator]} · <Time at={departed_at} />
      </p>
      {reason_code !== null && (
        <p>
          {words.reason}: {reasons[reason_code] ?? reason_code}
          {reason_text !== null && <q className="quoted">{reason_text}</q>}
        </p>
      )}
      {status !== 'restored' && (
        <>
          <p>
            {isOpen ? (
              <>
                {texts.until} <Time at={restorable_until} /> (<Distance to={restorable_until} />)
              </>
            ) : (
              texts.notAny
            )}
          </p>
          <h3>{texts.ask}</h3>
          {admins.length > 0 ? <Contacts of={admins} /> : <p>{texts.nobody}</p>}
        </>
      )}
    </article>
  )
}
