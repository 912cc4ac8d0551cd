import type { Schemas } from '@sendoff/api'
import { useState } from 'react'
import { page } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { setZone, useZone } from '../parts/time.tsx'
import { session } from '../session/keeper.ts'
import { useAccounts } from '../session/queries.ts'
import { useTexts } from '../texts/texts.tsx'
import { setTheme, type Theme, themeOf } from './theme.ts'

/** The menu of the person: their accounts, the language and appearance, and the ways out. */
export function AccountMenu({ me, showKeys }: { me: Schemas['Me']; showKeys: () => void }) {
  const { account, roles } = useTexts()
  const accounts = useAccounts().data?.data ?? []
  const own = accounts.find(({ account_id }) => account_id === me.account_id)
  const others = accounts.filter(({ account_id }) => account_id !== me.account_id)
  const describe = (one: Schemas['MyAccount']) => one.organization_name ?? account.personal
  return (
    <>
      <button type="button" className="account-button" popoverTarget="account">
        <span className="tile small" aria-hidden="true">
          {initialOf(me.name)}
        </span>
        <span className="hidden">{account.menu}</span>
        <span className="account-name">
          <strong>{me.name}</strong>
          <span>{own && describe(own)}</span>
        </span>
        <Icon name="down" />
      </button>
      <div id="account" className="menu" popover="auto">
        <p className="group">{account.current}</p>
        <p className="current-account">
          <strong>{own ? describe(own) : me.name}</strong>
          <span>{[me.role && roles[me.role], me.email ?? me.phone].filter(Boolean).join(' · ')}</span>
        </p>
        {others.length > 0 && (
          <>
            <p className="group">{account.switchTo}</p>
            <ul>
              {others.map((one) => (
                <li key={one.account_id}>
                  <button
                    type="button"
                    className="menu-item"
                    disabled={one.condition !== 'normal'}
                    onClick={() => session.changeAccount(one.account_id)}
                  >
                    <span className="tile small" aria-hidden="true">
                      {initialOf(describe(one))}
                    </span>
                    <span className="two-lines">
                      <strong>{describe(one)}</strong>
                      <Condition account={one} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <Preferences />
        <ul className="ends">
          <li>
            <button type="button" className="menu-item" onClick={showKeys}>
              {account.keys} <kbd>?</kbd>
            </button>
          </li>
          <li>
            <button type="button" className="menu-item" onClick={() => session.signOut()}>
              {account.signOut}
            </button>
          </li>
          <li>
            <button type="button" className="menu-item" onClick={() => session.signOut(true)}>
              {account.signOutEverywhere}
            </button>
          </li>
        </ul>
      </div>
    </>
  )
}

function Condition({ account }: { account: Schemas['MyAccount'] }) {
  const { conditions, roles } = useTexts()
  const { role, condition, name } = account
  return <span>{condition === 'normal' ? (role ? roles[role] : name) : conditions[condition]}</span>
}

function Preferences() {
  const { account } = useTexts()
  const zone = useZone()
  const [theme, show] = useState(themeOf)
  const choose = (next: Theme) => {
    setTheme(next)
    show(next)
  }
  return (
    <div className="preferences">
      <Segments name={account.theme} value={theme} options={account.themes} choose={choose} />
      <Segments name={account.times} value={zone} options={account.zones} choose={setZone} />
      <p className="languages">
        <span className="hidden">{account.language}</span>
        {LANGUAGES.map(([lang, name]) =>
          lang === page.lang ? (
            <span key={lang} lang={lang} aria-current="true">
              {name}
            </span>
          ) : (
            <a key={lang} href={inLanguage(lang)} lang={lang} hrefLang={lang}>
              {name}
            </a>
          ),
        )}
      </p>
    </div>
  )
}

/** The present address in another language; the filters in it stay. */
export function inLanguage(lang: string): string {
  const search = new URLSearchParams(location.search)
  search.set('lang', lang)
  return `?${search}`
}

export const LANGUAGES = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
] as const

type SegmentsProps<Value extends string> = {
  name: string
  value: Value
  options: Record<Value, string>
  choose: (value: Value) => void
}

/** A choice between a few values that applies at once. */
function Segments<Value extends string>({ name, value, options, choose }: SegmentsProps<Value>) {
  return (
    <fieldset className="segments">
      <legend>{name}</legend>
      {(Object.entries(options) as [Value, string][]).map(([one, text]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => choose(one)}>
          {text}
        </button>
      ))}
    </fieldset>
  )
}

/** The first character of a name. */
export const initialOf = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '?'
