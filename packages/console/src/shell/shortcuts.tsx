import { useEffect } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { useTexts } from '../texts/texts.tsx'

/** The keys of the console; `?` shows them, as the button in the menu of the account does. */
export function Shortcuts({ isOpen, open, close }: { isOpen: boolean; open: () => void; close: () => void }) {
  const { keys } = useTexts()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key === '?' && !isTyping) open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [open])
  const all = [
    ['Ctrl K / ⌘K', keys.palette],
    ['?', keys.help],
    ['Tab', keys.tab],
    ['Esc', keys.close],
  ]
  return (
    <Dialog title={keys.title} isOpen={isOpen} close={close}>
      <dl className="keys">
        {all.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
