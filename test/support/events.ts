import { readFile } from 'node:fs/promises'
import type { Scope } from '@sendoff/api'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import type { Platform } from './platform.ts'

/** The scopes that a token needs to read every type of event. */
export const everyType: Scope[] = ['event:read', 'org:association:read', 'org:read', 'webhook:read']

/** Ends an association of a type in the name of an organisation's internal app. */
export async function unlink<Side extends { org_id: string; dept_id: number; associated_org_id: string }>(
  platform: Platform,
  association: Side,
  more = {},
): Promise<Side> {
  const { org_id, dept_id, associated_org_id } = association
  const token = await platform.appToken(org_id, 'org:unlink')
  const { status, body } = await platform.post('/v1.0/organization/unlink', token, {
    dept_id,
    associated_org_id,
    ...more,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return association
}

/** Ends the three associations that the second organisation of the demo has; it has three events then. */
export async function unlinkThree(platform: Platform): Promise<string> {
  const { org_id } = platform.organization(1)
  const its = platform.data.associations.filter((one) => [one.org_id, one.associated_org_id].includes(org_id))
  for (const association of its) await unlink(platform, association)
  return org_id
}

/** An answer's bytes as they came. */
export async function getText(platform: Platform, path: string, token: string): Promise<string> {
  const response = await fetch(platform.base + path, { headers: { authorization: `Bearer ${token}` } })
  return response.text()
}

let contract: Promise<Ajv2020> | undefined

/** Makes a check against a schema of the contract; it returns what is wrong. */
export async function contractSchema(name: string): Promise<(value: unknown) => unknown[]> {
  contract ??= readContract()
  const validate = (await contract).compile({ $ref: `contract#/components/schemas/${name}` })
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}

async function readContract(): Promise<Ajv2020> {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  return ajv.addSchema(parse(await readFile('openapi.yaml', 'utf8')), 'contract')
}
