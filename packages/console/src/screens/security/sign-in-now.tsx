import { Screen } from '../../parts/screen.tsx'
import { signInAddress } from '../../session/keeper.ts'

/** Says that a change is done which ended this sign-in, too, and leads to the next one. */
export function SignInNow({ title, detail, button }: { title: string; detail: string; button: string }) {
  return (
    <Screen title={title} lead={detail}>
      <a className="button primary" href={signInAddress('/console/security')}>
        {button}
      </a>
    </Screen>
  )
}
