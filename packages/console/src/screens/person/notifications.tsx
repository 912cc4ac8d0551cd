import { useAct } from '../../parts/act.ts'
import { Badge } from '../../parts/badge.tsx'
import { useFilters } from '../../parts/filters.ts'
import { Choice } from '../../parts/form.tsx'
import { Empty, Loaded } from '../../parts/loaded.tsx'
import { More, usePages } from '../../parts/pages.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import type { Texts } from './texts/en.ts'

/** Everything that the person was told, newest first, for all of their accounts. */
export default function Notifications({ texts: { notifications: texts } }: ScreenOf<Texts>) {
  const [{ show }, setFilter] = useFilters(['show'])
  const unread = show === 'unread' ? { unread: true } : {}
  const { list, first, more } = usePages(['notifications', show], (cursor, signal) =>
    client.me.listNotifications({ ...unread, cursor, limit: 20 }, { signal }),
  )
  const markAll = useAct(client.me.markNotificationsRead)
  const newest = list.data?.[0]?.notification_id
  return (
    <Screen
      title={texts.title}
      actions={
        newest !== undefined &&
        (first?.unread_count ?? 0) > 0 && (
          <button
            type="button"
            className="button"
            disabled={markAll.isPending}
            onClick={() => markAll.mutate({ up_to: newest })}
          >
            {texts.markAll}
          </button>
        )
      }
    >
      <div className="filters">
        <Choice
          label={texts.show}
          value={show}
          onChange={(event) => setFilter('show', event.target.value)}
          options={[
            ['', texts.all],
            ['unread', texts.unread],
          ]}
        />
      </div>
      {markAll.error && <Refused error={markAll.error} />}
      <Loaded read={list}>
        {(data) =>
          data.length === 0 ? (
            <Empty>
              <p>{texts.none}</p>
            </Empty>
          ) : (
            <>
              <ul className="rows">
                {data.map(({ notification_id, title, detail, created_at, read_at }) => (
                  <li key={notification_id}>
                    <div className="row-text">
                      <p className="row-title">
                        {title} {read_at === null && <Badge tone="good">{texts.new}</Badge>}
                      </p>
                      <p className="row-detail">{detail}</p>
                    </div>
                    <span className="row-detail">
                      <Time at={created_at} />
                    </span>
                  </li>
                ))}
              </ul>
              <More more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
