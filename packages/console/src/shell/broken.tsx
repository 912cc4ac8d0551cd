import { Component, type ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'

/**
 * Catches what a screen throws: most often its script is gone, because the server has a newer console than this page. Going to another
 * screen tries again.
 */
export class Broken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    return error === undefined ? this.props.children : <BrokenScreen error={error} />
  }
}

function BrokenScreen({ error }: { error: unknown }) {
  const { states } = useTexts()
  const isOld = /import|module script|preload/i.test(String(error))
  return (
    <div className="screen" role="alert">
      <h1>{isOld ? states.old : states.broken}</h1>
      <p className="lead">{isOld ? states.oldDetail : String(error)}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {states.reload}
      </button>
    </div>
  )
}
