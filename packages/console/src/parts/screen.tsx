import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'

type Props = {
  title: string
  lead?: ReactNode
  /** The screen above this one. */
  up?: { href: string; name: string }
  /** Buttons and links at the side of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** True once the first screen was shown, which leaves the focus to the browser. */
let hasMoved = false

/** The frame of a screen: its title, which gets the focus after a move, and its content. */
export function Screen({ title, lead, up, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Sendoff`
  }, [title])
  useEffect(() => {
    if (hasMoved) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    hasMoved = true
  }, [])
  return (
    <div className="screen">
      {up && (
        <p className="up">
          <Link href={up.href}>
            <Icon name="right" /> {up.name}
          </Link>
        </p>
      )}
      <header className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a screen with a heading of its own. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {lead && <p className="section-lead">{lead}</p>}
      {children}
    </section>
  )
}
