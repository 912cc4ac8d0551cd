import type { Schemas } from '@sendoff/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Section } from '../../parts/screen.tsx'
import { Distance, Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import { useNames } from './preview.ts'
import type { Texts } from './texts/en.ts'

type Props = { preview: Schemas['LeavePreview']; texts: Texts['consequences'] }

/** Everything that a departure brings: what ends, what becomes of each kind of thing, and until when and by whom it can be undone. */
export function Consequences({ preview, texts }: Props) {
  const { irreversible, warnings, total, creations, references } = preview
  return (
    <Section title={texts.title}>
      <ul className="card consequences">
        <Item icon="door" title={texts.access_ends_at_once} detail={texts.access_detail} />
        {irreversible.includes('departments_lost') && <Item icon="people" title={texts.departments_lost} />}
        {irreversible.includes('admin_role_lost') && <Item icon="key" title={texts.admin_role_lost} />}
        <Item icon="paper" title={total > 0 ? texts.things(total) : texts.noThings}>
          {total > 0 && <Inventory preview={preview} texts={texts} />}
        </Item>
        {creations.length > 0 && (
          <Item icon="link" title={texts.creations}>
            {creations.map(({ type, effect, count }) => (
              <p key={`${type} ${effect}`} className="row-detail">
                {texts.creation[type]} ({count}): {texts[effect]}
              </p>
            ))}
          </Item>
        )}
        {references.length > 0 && (
          <Item icon="people" title={texts.references}>
            {references.map(({ role, count }) => (
              <p key={role} className="row-detail">
                {texts.reference[role]} ({count})
              </p>
            ))}
          </Item>
        )}
        {warnings.map(({ code, detail }) => (
          <Item key={code} icon="warning" tone="warm" title={texts.before} detail={detail}>
            {code === 'sign_in_elsewhere' && <Link href="/security/address">{texts.changeAddress}</Link>}
          </Item>
        ))}
        <Undo preview={preview} texts={texts} />
      </ul>
    </Section>
  )
}

type ItemProps = { icon: IconName; tone?: 'warm' | 'bad'; title: ReactNode; detail?: ReactNode; children?: ReactNode }

/** One consequence. */
export function Item({ icon, tone, title, detail, children }: ItemProps) {
  return (
    <li className={tone}>
      <Icon name={icon} />
      <div>
        <p className="item-title">{title}</p>
        {detail && <p className="row-detail">{detail}</p>}
        {children}
      </div>
    </li>
  )
}

/** The things by kind, with what becomes of them and who gets them. */
function Inventory({ preview: { inventory }, texts }: Props) {
  const names = useNames(inventory.flatMap(({ recipient_id }) => recipient_id ?? []))
  return (
    <ul>
      {inventory.map(({ kind, outcome, recipient_id, count }) => (
        <li key={`${kind} ${outcome} ${recipient_id}`} className="row-detail">
          {texts.kinds[kind] ?? kind} ({count}):{' '}
          {outcome === 'transferred'
            ? texts.transferred(names.get(recipient_id ?? '') ?? texts.somebody)
            : texts[outcome]}
        </li>
      ))}
    </ul>
  )
}

function Undo({ preview: { restorable_until }, texts }: Props) {
  const { data } = useQuery({
    queryKey: ['admins'],
    queryFn: async ({ signal }) => client.organization.listAdmins({ limit: 200 }, { signal }),
  })
  const names = data?.data.slice(0, 5).map(({ name }) => name)
  return (
    <Item
      icon="clock"
      title={
        <>
          {texts.restorable} <Time at={restorable_until} /> (<Distance to={restorable_until} />)
        </>
      }
      detail={names && texts.restorableBy(new Intl.ListFormat(document.documentElement.lang).format(names))}
    />
  )
}
