import type { ProblemCode } from '@sendoff/api'
import { problems } from '../../packages/server/src/http/problems.ts'
import { texts } from '../../packages/server/src/texts/texts.ts'
import { located } from '../contract/operations.ts'
import { codesAnsweredBy, problemSchemas, spread } from '../contract/problems.ts'
import { fencedJson, generated, operationLink, table } from './markdown.ts'

/** More than so many operations are "most". */
const MOST = 40

/** The page of all problems: what each means, in both languages, what to do about it, and who answers it. */
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
    `**What to do:** ${remediation ? REMEDIES[remediation] : whatToDo(status)}\n`,
    `**Answered by:** ${answeredBy(code)}\n`,
    fencedJson(example),
  ]
}

const REMEDIES = {
  contact_admin:
    'ask an administrator of the organisation; `remediation.admins_url` lists their names and contacts (`organization.listAdmins`).',
  retry:
    'try again, for a write with the same `Idempotency-Key`, after `retry_after` seconds where it is given. The SDK does.',
  transfer_founder: 'make another member the founder (`organization.transferFounder`), then ask again.',
  dissolve: 'dissolve the organisation instead (`dissolution.request`).',
  set_another_admin: 'make another member an administrator (`members.setRole`), then ask again.',
  apply_to_leave: 'apply to leave (`leaveApplications.create`).',
}

/** What helps with any problem of a status, where the text of the problem has nothing better. */
function whatToDo(status: number): string {
  if (status === 401) return 'get another token and ask again. The SDK does so once by itself.'
  if (status === 403) return 'ask with the token of who may do this; the same request gives the same answer.'
  if (status === 404) return 'check the id, and that the token is of the organisation that has it.'
  if (status === 409)
    return 'read how things stand, then decide; the same request gives the same answer until that has changed.'
  if (status === 410) return 'do not ask again: it is over.'
  if (status === 429) return 'wait for `retry_after` seconds. The SDK does.'
  if (status >= 500) return 'try again with the same `Idempotency-Key`. The SDK does.'
  return 'correct the request; the same request gives the same answer.'
}

function answeredBy(code: string): string {
  const count = spread.get(code) ?? 0
  if (count === 0) return 'unknown paths.'
  if (count > MOST) return `most operations (${count}).`
  const by = located.filter(({ operation }) => codesAnsweredBy(operation).includes(code))
  return `${by.map(({ described: { id } }) => operationLink(id)).join(', ')}.`
}
