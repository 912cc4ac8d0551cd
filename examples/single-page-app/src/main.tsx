import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { completeSignIn } from './session.ts'

const root = createRoot(document.getElementById('root') as HTMLElement)
completeSignIn().then(
  () => root.render(<App />),
  (error) => root.render(<p role="alert">You are not signed in: {error.message}</p>),
)
