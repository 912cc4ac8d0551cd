import { useAct } from '../../parts/act.ts'
import { Field, Submit, sends } from '../../parts/form.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { SignInNow } from './sign-in-now.tsx'
import type { Texts } from './texts/en.ts'

/** Changes the password; every other sign-in of the person ends. */
export default function Password({ texts: { title: up, password: texts } }: ScreenOf<Texts>) {
  const change = useAct(client.me.changePassword)
  const faults = faultsOf(change.error)
  if (change.isSuccess) return <SignInNow title={texts.done} detail={texts.doneDetail} button={texts.again} />
  const send = sends((field) => {
    change.mutate({ password: field('password'), new_password: field('new_password') })
  })
  return (
    <Screen title={texts.title} lead={texts.lead} up={{ href: '/security', name: up }}>
      <form className="card" onSubmit={send}>
        {change.error && <Refused error={change.error} />}
        <Field
          label={texts.current}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
          fault={faults.password}
        />
        <Field
          label={texts.next}
          name="new_password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
          hint={texts.hint}
          fault={faults.new_password}
        />
        <Submit isPending={change.isPending}>{texts.submit}</Submit>
      </form>
    </Screen>
  )
}
