import { type ComponentProps, type FormEvent, type ReactNode, useId } from 'react'
import { useTexts } from '../texts/texts.tsx'

type FieldProps = ComponentProps<'input'> & {
  label: string
  name: string
  hint?: ReactNode
  /** The fault of what was filled in. */
  fault?: string | undefined
}

/** A field with its label, its hint and its fault. */
export function Field({ label, hint, fault, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} {...described(id, hint, fault)} />
      <Notes id={id} hint={hint} fault={fault} />
    </div>
  )
}

type AreaProps = Omit<FieldProps, keyof ComponentProps<'input'>> & ComponentProps<'textarea'>

/** A field of several lines. */
export function Area({ label, hint, fault, ...area }: AreaProps & { label: string; name: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} {...area} {...described(id, hint, fault)} />
      <Notes id={id} hint={hint} fault={fault} />
    </div>
  )
}

type ChoiceProps = ComponentProps<'select'> & { label: string; hint?: ReactNode; options: readonly [string, string][] }

/** A choice of a few values, each with its text. */
export function Choice({ label, hint, options, ...select }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select} {...described(id, hint, undefined)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Notes id={id} hint={hint} fault={undefined} />
    </div>
  )
}

/** A box to check. */
export function Check({ label, ...input }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  )
}

/** The password of the person, who confirms with it what can't be undone. */
export function PasswordField({ fault, label }: { fault?: string | undefined; label?: string }) {
  const { form } = useTexts()
  return (
    <Field
      label={label ?? form.password}
      name="password"
      type="password"
      autoComplete="current-password"
      maxLength={200}
      required
      hint={form.passwordHint}
      fault={fault}
    />
  )
}

/** The button that sends a form; it can't be pressed while the form is under way. */
export function Submit({ children, isPending, kind = 'primary' }: SubmitProps) {
  const { form } = useTexts()
  return (
    <button type="submit" className={`button ${kind}`} disabled={isPending}>
      {isPending ? form.working : children}
    </button>
  )
}

type SubmitProps = { children: ReactNode; isPending: boolean; kind?: 'primary' | 'danger' }

/** Reads what was filled in when a form is sent; a field that is not there is empty. */
export function sends(take: (field: (name: string) => string) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    take((name) => String(data.get(name) ?? ''))
  }
}

const described = (id: string, hint: ReactNode, fault: string | undefined) => ({
  'aria-invalid': fault !== undefined || undefined,
  'aria-describedby': [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
})

function Notes({ id, hint, fault }: { id: string; hint: ReactNode; fault: string | undefined }) {
  return (
    <>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
