import { createClient, refreshToken } from '@sendoff/sdk'
import { useCallback, useEffect, useState } from 'react'
import { Events } from './events.tsx'
import { baseUrl, clientId, scopes } from './platform.ts'
import { isSignedIn, session, signIn, signOut } from './session.ts'

/** Gets a new token by itself when the last one is about to expire, or was refused. */
const credentials = { baseUrl, clientId, grant: refreshToken(session), scopes }
const client = createClient(credentials)

type Association = { dept_id: number; associated_org_id: string; associated_org_name: string }

export function App() {
  const [signedIn, setSignedIn] = useState(isSignedIn)
  if (!signedIn)
    return (
      <button type="button" onClick={signIn}>
        Sign in
      </button>
    )
  const leave = () => signOut().finally(() => setSignedIn(false))
  return <Associations leave={leave} />
}

function Associations({ leave }: { leave: () => void }) {
  const [organization, setOrganization] = useState<{ org_id: string; name: string }>()
  const [associations, setAssociations] = useState<Association[]>([])
  const [failure, setFailure] = useState<string>()

  const load = useCallback(async () => {
    setOrganization(await client.organization.get())
    const all: Association[] = []
    for await (const association of client.associations.list()) all.push(association)
    setAssociations(all)
  }, [])
  const attempt = useCallback((work: () => Promise<unknown>) => {
    setFailure(undefined)
    work().catch((error) => setFailure(error.message))
  }, [])
  useEffect(() => attempt(load), [attempt, load])

  const unlink = ({ dept_id, associated_org_id }: Association) =>
    attempt(async () => {
      await client.organization.unlink({ dept_id, associated_org_id })
      await load()
    })
  return (
    <>
      <h1>{organization?.name}</h1>
      {failure && <p role="alert">{failure}</p>}
      <ul aria-label="Associations">
        {associations.map((association) => (
          <li key={association.associated_org_id}>
            {association.associated_org_name}
            <button type="button" onClick={() => unlink(association)}>
              Unlink
            </button>
          </li>
        ))}
      </ul>
      {organization && <Events organization={organization.org_id} connect={credentials} />}
      <button type="button" onClick={leave}>
        Sign out
      </button>
    </>
  )
}
