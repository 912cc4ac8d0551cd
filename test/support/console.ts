import { execFile } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { must, type Platform } from './platform.ts'
import { signInAs } from './sign-in.ts'
import { type Page, Visitor } from './visitor.ts'

const root = new URL('../../', import.meta.url)

/** The folder of the built console. */
export const builtFolder = new URL('packages/server/dist-console/', root)

/** Builds the console if its source is newer than what was built. To be called before a server starts, which looks once. */
export async function buildConsole(): Promise<void> {
  const page = new URL('index.html', builtFolder)
  const sources = ['packages/console/**/*.*', 'packages/sdk/src/**/*.ts', 'packages/server/src/sign-in/assets/*.css']
  const changed = globSync(sources, { cwd: root }).map((path) => statSync(new URL(path, root)).mtimeMs)
  if (existsSync(page) && Math.max(...changed) < statSync(page).mtimeMs) return
  const build = ['--disable-warning=ExperimentalWarning', 'scripts/build-console.ts']
  await promisify(execFile)(process.execPath, build, { cwd: root })
}

/** A browser without scripts that is signed in to the console. */
export class ConsoleVisitor extends Visitor {
  /** Posts to a route of the session as the console's page does. */
  async session(
    route: string,
    body: object = {},
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) {
    const response = await fetch(`${this.base}/console/session/${route}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', cookie: this.#cookies() },
      body: JSON.stringify(body),
    })
    this.#keep(response)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }

  /** The session cookie, as the browser would send it. */
  get sessionCookie(): string | undefined {
    return this.cookies.get('sendoff_console /console/session')?.value
  }

  /** Copies the cookies of a duplicated tab or of another server of the same address. */
  copy(base = this.base): ConsoleVisitor {
    const other = new ConsoleVisitor(base)
    for (const [name, cookie] of this.cookies) other.cookies.set(name, { ...cookie })
    return other
  }

  #cookies(): string {
    const own = [...this.cookies].filter(([, { path }]) => path === '/console/session' || path === '/')
    return own.map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ')
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const value = line.slice(line.indexOf('=') + 1, line.indexOf(';'))
      if (value === '') this.cookies.delete('sendoff_console /console/session')
      else this.cookies.set('sendoff_console /console/session', { value, path: '/console/session' })
    }
  }
}

type Person = { email: string; password: string; account_id: string }

/** Signs a person in to the console, with one of their accounts; `page` is the last page that the browser saw. */
export async function consoleOf(
  platform: Platform,
  person: Person,
  to = '/console',
): Promise<{ visitor: ConsoleVisitor; page: Page }> {
  const visitor = new ConsoleVisitor(platform.base)
  const accounts = await accountsAt(visitor, person, to)
  const page = await visitor.submit(accounts, '/account', { account_id: person.account_id })
  return { visitor, page }
}

/** Signs a person in until they choose an account. */
export async function accountsAt(visitor: ConsoleVisitor, person: Person, to = '/console'): Promise<Page> {
  const page = await visitor.open(`/console/session/sign-in?${new URLSearchParams({ to })}`)
  return signInAs(visitor, page, person)
}

/** The demo's person with three accounts, acting with the first. */
export function consultant(platform: Platform) {
  const { email, password } = must(platform.data.personal_accounts[0])
  const accounts = platform.data.organizations.flatMap(({ org_id, name, members }) =>
    members.filter((member) => member.email === email).map(({ account_id }) => ({ account_id, org_id, name })),
  )
  const [first, second] = [must(accounts[0]), must(accounts[1])]
  return { email, password, account_id: first.account_id, first, second }
}
