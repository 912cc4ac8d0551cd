import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useSyncExternalStore } from 'react'
import { Route, Router, Switch } from 'wouter'
import { Loading } from '../parts/loaded.tsx'
import { routes } from '../screens/routes.ts'
import { session } from '../session/keeper.ts'
import { queries } from '../session/queries.ts'
import { SignedOut } from '../session/signed-out.tsx'
import { Broken } from './broken.tsx'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

/** The console: its screens in their frame, or the page for somebody who is not signed in. */
export function App() {
  const state = useSyncExternalStore(session.subscribe, session.read)
  if (state.status === 'starting') return null
  if (state.status === 'ended') return <SignedOut ended={state.ended} />
  return (
    <QueryClientProvider client={queries}>
      <Router base="/console">
        <Shell>
          <Broken>
            <Suspense fallback={<Loading />}>
              <Switch>
                {Object.entries(routes).map(([path, Screen]) => (
                  <Route key={path} path={path}>
                    <Screen />
                  </Route>
                ))}
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </Broken>
        </Shell>
      </Router>
    </QueryClientProvider>
  )
}
