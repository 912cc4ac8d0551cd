import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { Icon } from './icon.tsx'

type Props = { title: string; isOpen: boolean; close: () => void; className?: string; children: ReactNode }

/** A modal dialog of the platform: it begins at its first field, keeps the focus, gives it back, and closes with Escape or beside it. */
export function Dialog({ title, isOpen, close, className = '', children }: Props) {
  const { form } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return dialog.current?.close()
    dialog.current?.showModal()
    // The platform would begin with the button that closes it.
    dialog.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onClose={close}
      onMouseDown={(event) => event.target === dialog.current && close()}
    >
      {isOpen && (
        <div className="dialog-body">
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <button type="button" className="icon-button" onClick={close} aria-label={form.close}>
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
