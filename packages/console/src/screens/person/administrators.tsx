import { useQuery } from '@tanstack/react-query'
import { Contacts } from '../../parts/contacts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import { useOrganization } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import type { Texts } from './texts/en.ts'

/** The people to ask for help, the founder first (S20). */
export default function Administrators({ texts: { administrators: texts } }: ScreenOf<Texts>) {
  const organization = useOrganization().data
  const admins = useQuery({
    queryKey: ['admins'],
    queryFn: async ({ signal }) => client.organization.listAdmins({ limit: 200 }, { signal }),
  })
  return (
    <Screen title={texts.title} lead={organization && texts.lead(organization.name)}>
      <Loaded read={admins}>
        {({ data }) => (
          <div className="card">
            <Contacts of={data} />
          </div>
        )}
      </Loaded>
    </Screen>
  )
}
