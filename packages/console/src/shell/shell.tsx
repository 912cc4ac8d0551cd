import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { page } from '../page.ts'
import { Icon, Mark } from '../parts/icon.tsx'
import { Refused } from '../parts/refused.tsx'
import { useMe, useNotifications, useSandboxClock } from '../session/queries.ts'
import { useTexts } from '../texts/texts.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Banners } from './banners.tsx'
import { type PlaceGroup, placesFor } from './navigation.ts'
import { Palette } from './palette.tsx'
import { Shortcuts } from './shortcuts.tsx'

/** The frame of every screen: the bar, the navigation by role, and what is open over them. */
export function Shell({ children }: { children: ReactNode }) {
  const texts = useTexts()
  const me = useMe()
  useSandboxClock()
  const [open, setOpen] = useState<'palette' | 'keys' | undefined>()
  const groups = me.data ? placesFor(me.data, texts) : []
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <header className="bar">
        <button
          type="button"
          className="icon-button menu-button"
          popoverTarget="navigation"
          aria-label={texts.nav.menu}
        >
          <Icon name="menu" />
        </button>
        <Link href="/" className="brand">
          <Mark /> {texts.sendoff}
        </Link>
        {page.isSandbox && <span className="badge warm">{texts.sandbox}</span>}
        <span className="space" />
        <button type="button" className="search-button" onClick={() => setOpen('palette')}>
          <Icon name="search" /> <span>{texts.palette.open}</span> <kbd>{META}K</kbd>
        </button>
        {me.data && <AccountMenu me={me.data} showKeys={() => setOpen('keys')} />}
      </header>
      <div className="frame">
        <Navigation groups={groups} />
        <main id="main" tabIndex={-1}>
          <Banners />
          {me.error ? <Refused error={me.error} again={() => void me.refetch()} /> : children}
        </main>
      </div>
      <Palette
        isOpen={open === 'palette'}
        open={() => setOpen('palette')}
        close={() => setOpen(undefined)}
        groups={groups}
      />
      <Shortcuts isOpen={open === 'keys'} open={() => setOpen('keys')} close={() => setOpen(undefined)} />
    </>
  )
}

/** The name of the key that goes with K. */
const META = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl '

function Navigation({ groups }: { groups: PlaceGroup[] }) {
  const { nav } = useTexts()
  const [path] = useLocation()
  const unread = useNotifications().data?.unread_count ?? 0
  // Only the open one over the page is a popover; on a wide window the styles show it beside the page.
  return (
    <nav id="navigation" className="navigation" popover="auto" aria-label={nav.title}>
      {groups.map(({ name, places }) => (
        <div key={name}>
          <p className="group">{name}</p>
          <ul>
            {places.map(({ href, name, icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={isAt(path, href) ? 'page' : undefined}
                  onClick={() => document.getElementById('navigation')?.hidePopover()}
                >
                  <Icon name={icon} />
                  <span>{name}</span>
                  {href === '/notifications' && unread > 0 && (
                    <span className="count">
                      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                      <span className="hidden">{nav.unread(unread)}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const isAt = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
