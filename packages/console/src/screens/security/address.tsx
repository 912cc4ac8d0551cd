import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { page } from '../../page.ts'
import { useAct } from '../../parts/act.ts'
import { Check, Field, PasswordField, Submit, sends } from '../../parts/form.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import { useMe } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { SignInNow } from './sign-in-now.tsx'
import type { Texts } from './texts/en.ts'

type Address = { email: string } | { phone: string }
type Sent = { address: Address; verification_id: string }

/** Changes the address with which the person signs in: a code proves the new one, the password the person. */
export default function AddressScreen({ texts: { title: up, address: texts } }: ScreenOf<Texts>) {
  const me = useMe().data
  const [sent, setSent] = useState<Sent>()
  const [isDone, setDone] = useState(false)
  if (isDone) return <SignInNow title={texts.done} detail={texts.doneDetail} button={texts.again} />
  return (
    <Screen title={texts.title} lead={texts.lead} up={{ href: '/security', name: up }}>
      <div className="card">
        <p>
          {texts.now} <strong>{[me?.email, me?.phone].filter(Boolean).join(' · ')}</strong>
        </p>
        {sent ? (
          <Prove sent={sent} texts={texts} again={() => setSent(undefined)} done={() => setDone(true)} />
        ) : (
          <Ask texts={texts} sent={setSent} />
        )}
      </div>
    </Screen>
  )
}

type Props = { texts: Texts['address'] }

function Ask({ texts, sent }: Props & { sent: (sent: Sent) => void }) {
  const ask = useAct(
    async (address: Address, options) => {
      const request = { ...address, purpose: 'change_address' } as const
      const { verification_id } = await client.verificationCodes.create(request, options)
      return { address, verification_id }
    },
    { onDone: sent },
  )
  const faults = faultsOf(ask.error)
  const send = sends((field) => {
    const typed = field('address').trim()
    ask.mutate(typed.includes('@') ? { email: typed } : { phone: typed })
  })
  return (
    <form onSubmit={send}>
      {ask.error && <Refused error={ask.error} />}
      <Field
        label={texts.next}
        name="address"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        hint={texts.hint}
        fault={faults.email ?? faults.phone}
      />
      <Submit isPending={ask.isPending}>{texts.send}</Submit>
    </form>
  )
}

function Prove({ sent, texts, again, done }: Props & { sent: Sent; again: () => void; done: () => void }) {
  const me = useMe().data
  const change = useAct(client.me.changeAddress, { onDone: done })
  const faults = faultsOf(change.error)
  const isEmail = 'email' in sent.address
  const other = isEmail ? me?.phone : me?.email
  const send = sends((field) => {
    const replaces = field('replaces') === '' ? {} : ({ replaces: isEmail ? 'phone' : 'email' } as const)
    const proof = { code: field('code').replaceAll(/\s/g, ''), password: field('password') }
    change.mutate({ ...sent.address, verification_id: sent.verification_id, ...proof, ...replaces })
  })
  return (
    <form onSubmit={send}>
      <p>{texts.sent('email' in sent.address ? sent.address.email : sent.address.phone)}</p>
      {page.isSandbox && <SandboxCode of={sent} texts={texts} />}
      {change.error && <Refused error={change.error} />}
      <Field
        label={texts.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,12}"
        required
        fault={faults.code}
      />
      <PasswordField fault={faults.password} />
      {other && <Check name="replaces" value="yes" label={texts.giveUp(other)} />}
      <p className="card-actions">
        <Submit isPending={change.isPending}>{texts.submit}</Submit>
        <button type="button" className="button" onClick={again}>
          {texts.other}
        </button>
      </p>
    </form>
  )
}

/** The code that the sandbox kept in place of sending it. */
function SandboxCode({ of, texts }: Props & { of: Sent }) {
  const { data } = useQuery({
    queryKey: ['sandbox codes', of.verification_id],
    queryFn: async ({ signal }) => client.sandbox.listVerificationCodes({}, { signal }),
  })
  const code = data?.data.find(({ verification_id }) => verification_id === of.verification_id)?.code
  return code === undefined ? null : <p className="banner">{texts.sandboxCode(code)}</p>
}
