import type { ProblemCode } from '@sendoff/api'
import { problems } from '../../packages/server/src/http/problems.ts'
import { texts } from '../../packages/server/src/texts/texts.ts'
import { located } from '../contract/operations.ts'
import { codesAnsweredBy, problemSchemas, spread } from '../contract/problems.ts'
import { fencedJson, generated, operationLink, table } from './markdown.ts'

/** The number of operations beyond which they are "most operations". */
const MOST = 40

/** The page of all problems: the meaning of each in both languages, its remedy, and the operations that answer it. */
export function problemsPage(): string {
  const byStatus = Object.entries(problems).toSorted(([, a], [, b]) => a.status - b.status)
  const rows = byStatus.map(([code, { status }]) => [
    String(status),
    `[\`${code}\`](#${code})`,
    texts.en.problems[code as ProblemCode].title,
    texts['zh-CN'].problems[code as ProblemCode].title,
  ])
  return [
    generated,
    '# Problems\n',
    `Every failure is \`application/problem+json\` (RFC 9457). \`code\` never changes; \`title\` and \`detail\` follow \`Accept-Language\`
(\`en\`, \`zh-CN\`). \`type\` leads to this page. A failure changes nothing unless its text says otherwise.
With the SDK, \`isProblem(error, 'organization.unlink')\` narrows \`error.problem\` to the codes of that operation.\n`,
    table(['status', 'code', '', ''], rows),
    ...byStatus.flatMap(([code]) => problemSection(code as ProblemCode)),
  ].join('\n')
}

function problemSection(code: ProblemCode): string[] {
  const { status, remediation } = problems[code]
  const [en, zh] = [texts.en.problems[code], texts['zh-CN'].problems[code]]
  const [example] = problemSchemas.get(code)?.examples ?? []
  if (!example) throw new Error(`openapi.yaml: the problem ${code} has no example`)
  return [
    `## ${code}\n`,
    `HTTP ${status} · ${en.title} · ${zh.title}\n`,
    `${en.detail}\n`,
    `${zh.detail}\n`,
    `**Remedy:** ${remediation ? REMEDIES[remediation] : remedyOf(status)}\n`,
    `**Answered by:** ${answeredBy(code)}\n`,
    fencedJson(example),
  ]
}

const REMEDIES = {
  contact_admin:
    'ask an administrator of the organisation; `remediation.admins_url` lists their names and contacts (`organization.listAdmins`).',
  retry:
    'try again, a write with the same `Idempotency-Key`, after `retry_after` seconds if that is given. The SDK does.',
  transfer_founder: 'make another member the founder (`organization.transferFounder`), then repeat the request.',
  dissolve: 'dissolve the organisation instead (`dissolution.request`).',
  set_another_admin: 'make another member an administrator (`members.setRole`), then repeat the request.',
  apply_to_leave: 'apply to leave (`leaveApplications.create`).',
  restore_or_rehire:
    'restore the member (`departures.restore`), or repeat the request with `rehire_of` for the same person or `new_person: true` for somebody else.',
}

/** The remedy for problems of a status without a better one. */
function remedyOf(status: number): string {
  if (status === 401) return 'get another token and repeat the request. The SDK does so once by itself.'
  if (status === 403) return 'use a token that allows it; the same request gets the same answer.'
  if (status === 404) return 'check the id, and that the token belongs to the right organisation.'
  if (status === 409)
    return 'read the current state, then decide; the same request gets the same answer until the state changes.'
  if (status === 410) return 'do not repeat the request: it is too late.'
  if (status === 429) return 'wait for `retry_after` seconds. The SDK does.'
  if (status >= 500) return 'try again with the same `Idempotency-Key`. The SDK does.'
  return 'correct the request; the same request gets the same answer.'
}

function answeredBy(code: string): string {
  const count = spread.get(code) ?? 0
  if (count === 0) return 'unknown paths.'
  if (count > MOST) return `most operations (${count}).`
  const by = located.filter(({ operation }) => codesAnsweredBy(operation).includes(code))
  return `${by.map(({ described: { id } }) => operationLink(id)).join(', ')}.`
}
