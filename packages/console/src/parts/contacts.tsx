import type { Schemas } from '@sendoff/api'
import { useTexts } from '../texts/texts.tsx'

/** The people to ask, with the ways to reach them. */
export function Contacts({ of }: { of: Schemas['Admin'][] }) {
  const { roles } = useTexts()
  return (
    <ul className="contacts">
      {of.map(({ account_id, name, role, email, phone }) => (
        <li key={account_id}>
          <span className="two-lines">
            <strong>{name}</strong>
            <span>{roles[role]}</span>
          </span>
          <span className="ways">
            {email !== null && <a href={`mailto:${email}`}>{email}</a>}
            {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
          </span>
        </li>
      ))}
    </ul>
  )
}
