import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/index.ts'
import { session } from './session/keeper.ts'
import { App } from './shell/app.tsx'
import { loadTexts } from './texts/texts.tsx'

// Before anything is rendered, so that the first page is the right one.
const [Texts] = await Promise.all([loadTexts(), session.start()])

const root = document.getElementById('root')
if (!root) throw new Error('the document has no root')
createRoot(root).render(
  <StrictMode>
    <Texts>
      <App />
    </Texts>
  </StrictMode>,
)
