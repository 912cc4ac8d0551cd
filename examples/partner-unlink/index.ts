/** Ends the next association of the sandbox on behalf of its first organisation, and prints the result. */
import { createClient, isProblem } from '@sendoff/sdk'
import { readSandbox } from '../sandbox.ts'

const sandbox = await readSandbox()

for (const { org_id, dept_id, associated_org_id } of sandbox.associations) {
  const organization = sandbox.organizations.find((one: { org_id: string }) => one.org_id === org_id)
  const [app] = organization.apps
  const client = createClient({
    baseUrl: sandbox.base_url,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    scopes: ['org:unlink'],
  })
  try {
    const { association } = await client.organization.previewUnlink({ dept_id, associated_org_id })
    console.log(`${organization.name} unlinks its ${association.type} ${association.associated_org_name} …`)
    console.log(await client.organization.unlink({ dept_id, associated_org_id, reason_code: 'restructuring' }))
    process.exit(0)
  } catch (error) {
    // An earlier run ended this one, so take the next.
    if (isProblem(error, 'organization.previewUnlink') && error.problem.code === 'association_not_found') continue
    throw error
  }
}
console.log('No association is left. Load the demo data again:')
console.log(`  curl -s -X POST ${sandbox.base_url}/v1.0/sandbox/reset -o /dev/null`)
