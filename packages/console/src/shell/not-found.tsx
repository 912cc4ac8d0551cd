import { Link } from 'wouter'
import { Screen } from '../parts/screen.tsx'
import { useTexts } from '../texts/texts.tsx'

/** The screen at an address that none has. */
export function NotFound() {
  const { states } = useTexts()
  return (
    <Screen title={states.notFound} lead={states.notFoundDetail}>
      <p>
        <Link href="/">{states.home}</Link>
      </p>
    </Screen>
  )
}
