import { useState } from 'react'
import { useTexts } from '../texts/texts.tsx'

/** A button that copies a text. */
export function Copy({ text }: { text: string }) {
  const { states } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <button type="button" className="link-button" onClick={copy}>
      {copied ? states.copied : states.copy}
    </button>
  )
}
