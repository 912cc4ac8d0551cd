import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../parts/dialog.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { session } from '../session/keeper.ts'
import { useAccounts, useMe } from '../session/queries.ts'
import { useTexts } from '../texts/texts.tsx'
import type { PlaceGroup } from './navigation.ts'

type Props = { isOpen: boolean; open: () => void; close: () => void; groups: PlaceGroup[] }
type Target = { id: string; name: string; hint: string; icon: IconName; go: () => void }

/** Goes to a screen or account by typing a part of its name; Ctrl or ⌘ and K open it, as its button does. */
export function Palette({ isOpen, open, close, groups }: Props) {
  const { palette } = useTexts()
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [open])
  return (
    <Dialog title={palette.open} isOpen={isOpen} close={close} className="palette">
      <Targets groups={groups} close={close} />
    </Dialog>
  )
}

function Targets({ groups, close }: Pick<Props, 'groups' | 'close'>) {
  const { palette } = useTexts()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const all = useTargets(groups)
  const found = all.filter(({ name, hint }) => `${name} ${hint}`.toLowerCase().includes(typed.trim().toLowerCase()))
  const choose = (target: Target | undefined) => {
    if (!target) return
    close()
    target.go()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + found.length) % Math.max(found.length, 1))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={palette.label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] && `${id}-${found[at].id}`}
        placeholder={palette.label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={palette.go} className="targets">
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={target.id}
            id={`${id}-${target.id}`}
            role="option"
            aria-selected={index === at}
            onClick={() => choose(target)}
            onMouseMove={() => setAt(index)}
          >
            <Icon name={target.icon} />
            <span>{target.name}</span>
            <span className="target-hint">{target.hint}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="empty" role="status">
          {palette.none}
        </p>
      )}
    </>
  )
}

/** Everything to go to: the screens of the navigation, and the person's other accounts. */
function useTargets(groups: PlaceGroup[]): Target[] {
  const { palette, account } = useTexts()
  const [, navigate] = useLocation()
  const own = useMe().data?.account_id
  const accounts = useAccounts().data?.data ?? []
  const screens = groups.flatMap((group) =>
    group.places.map(({ href, name, icon }) => {
      return { id: href.replaceAll('/', '_'), name, hint: group.name, icon, go: () => navigate(href) }
    }),
  )
  const others = accounts.filter(({ account_id, condition }) => account_id !== own && condition === 'normal')
  return [
    ...screens,
    ...others.map(({ account_id, organization_name }) => ({
      id: account_id,
      name: palette.account(organization_name ?? account.personal),
      hint: account.switchTo,
      icon: 'person' as const,
      go: () => void session.changeAccount(account_id),
    })),
  ]
}
