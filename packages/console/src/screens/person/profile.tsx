import type { Schemas } from '@sendoff/api'
import { Link } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { Done } from '../../parts/done.tsx'
import { Choice, Field, Submit, sends } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import { useMe, useOrganization } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

/** The person's own profile: their name and language, what the organisation knows, and the way to leave it. */
export default function Profile({ texts: { profile: texts } }: ScreenOf<Texts>) {
  const me = useMe()
  const organization = useOrganization().data
  return (
    <Screen title={texts.title} lead={organization ? texts.lead(organization.name) : texts.leadPersonal}>
      <Loaded read={me}>
        {(own) => (
          <>
            <div className="card">
              <ProfileForm key={own.account_id} me={own} texts={texts} />
            </div>
            <Facts me={own} organization={organization?.name} texts={texts} />
            {organization && (
              <Section title={texts.leave} lead={texts.leaveLead}>
                <Link href="/leave?from=profile" className="button">
                  {texts.toLeave}
                </Link>
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

type Props = { me: Schemas['Me']; texts: Texts['profile'] }

function ProfileForm({ me, texts }: Props) {
  const { form } = useTexts()
  const save = useAct(client.me.update)
  const faults = faultsOf(save.error)
  const send = sends((field) => {
    save.mutate({ name: field('name'), locale: (field('locale') || null) as Schemas['Me']['locale'] })
  })
  return (
    <form onSubmit={send}>
      {save.isSuccess && <Done>{form.saved}</Done>}
      {save.error && <Refused error={save.error} />}
      <Field
        label={texts.name}
        name="name"
        defaultValue={me.name}
        required
        maxLength={100}
        autoComplete="name"
        hint={texts.nameHint}
        fault={faults.name}
      />
      <Choice
        label={texts.language}
        name="locale"
        defaultValue={me.locale ?? ''}
        options={Object.entries(texts.languages)}
      />
      <Submit isPending={save.isPending}>{form.save}</Submit>
    </form>
  )
}

function Facts({ me, organization, texts }: Props & { organization: string | undefined }) {
  const { roles } = useTexts()
  const facts = [
    [texts.organization, organization],
    [texts.role, me.role && roles[me.role]],
    [texts.email, me.email],
    [texts.phone, me.phone],
  ].filter(([, value]) => value)
  return (
    <div className="card">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fact key={name} name={String(name)} value={String(value)} />
        ))}
      </dl>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
