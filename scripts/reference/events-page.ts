import { document } from '../contract/document.ts'
import { exampleOf } from './examples.ts'
import { anchor, fencedJson, generated, table } from './markdown.ts'

/** The page of all events: the occasion of each, its read scope, and an example as it is delivered. */
export function eventsPage(): string {
  const types = Object.entries(document.webhooks)
  const rows = types.map(([type, { post }]) => [
    `[\`${type}\`](#${anchor(type)})`,
    post.summary,
    `\`${post['x-read-scope']}\``,
  ])
  return [
    generated,
    '# Events\n',
    `An event is a fact, recorded in the transaction that made it true. \`sequence\` grows by one in each organisation, in the
order of commits and without gaps, so it is also the cursor of [\`events.list\`](operations/events.md#eventslist). An app reads, and
its endpoints are sent, the types whose read scope it holds in that organisation; its own actions are among them. Every delivery of an
event has its \`id\` as \`webhook-id\`. Events are open: read the members you know, and ignore types that you do not.\n`,
    table(['type', '', 'read scope'], rows),
    ...types.flatMap(([type, { post }]) => [
      `## ${type}\n`,
      `**${post.summary}.** ${post.description.trim()} Read with \`${post['x-read-scope']}\`.\n`,
      fencedJson(exampleOf(Object.values(post.requestBody?.content ?? {})[0] ?? { schema: {} }, `the event ${type}`)),
    ]),
  ].join('\n')
}
