import { Link } from 'wouter'
import type { Blocker } from './preview.ts'
import type { Texts } from './texts/en.ts'

type Props = { blockers: readonly Blocker[]; texts: Texts['blocked']; children?: React.ReactNode }

/** The rules that close every way to leave, each with what to do about it, and who can help (S18). */
export function Blocked({ blockers, texts, children }: Props) {
  return (
    <div className="card">
      <h2>{texts.title}</h2>
      <ul>
        {blockers.map(({ code, detail }) => (
          <li key={code}>
            <p>{texts[code] ?? detail}</p>
          </li>
        ))}
      </ul>
      <p className="card-actions">
        <Link href="/administrators" className="button">
          {texts.help}
        </Link>
        {children}
      </p>
    </div>
  )
}
