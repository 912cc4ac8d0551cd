import { document } from '../contract/document.ts'
import { type Located, located } from '../contract/operations.ts'
import { keepOnly, write } from '../contract/write.ts'
import { deliveriesPage } from './deliveries-page.ts'
import { eventsPage } from './events-page.ts'
import { indexPage } from './index-page.ts'
import { namespacePage } from './namespace-page.ts'
import { problemsPage } from './problems-page.ts'

const FOLDER = 'docs/reference'

/** Writes the reference: a page for each namespace, one for the problems, one for the events, one for deliveries, and an index. */
export async function writeReference(): Promise<void> {
  const namespaces = document.tags.map(({ name, description }): [string, string, Located[]] => [
    name,
    description,
    located.filter(({ described }) => described.id.startsWith(`${name}.`)),
  ])
  const pages: [path: string, text: string][] = [
    ['README.md', indexPage(namespaces)],
    ['problems.md', problemsPage()],
    ['events.md', eventsPage()],
    ['deliveries.md', deliveriesPage()],
    ...namespaces.map(([name, ...rest]): [string, string] => [`operations/${name}.md`, namespacePage(name, ...rest)]),
  ]
  await keepOnly(
    `${FOLDER}/`,
    pages.map(([path]) => path),
  )
  await Promise.all(pages.map(([path, text]) => write(`${FOLDER}/${path}`, text)))
}
