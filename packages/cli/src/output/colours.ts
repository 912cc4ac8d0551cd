import { styleText } from 'node:util'

export type Colour = 'auto' | 'always' | 'never'
type Format = 'bold' | 'dim' | 'green' | 'red' | 'yellow'
type Stream = { readonly isTTY?: boolean | undefined }
type Environment = Readonly<Record<string, string | undefined>>

/** Tells whether a stream gets colours: by the flag, `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, and only a terminal by itself. */
export function hasColours(colour: Colour, stream: Stream, env: Environment): boolean {
  if (colour !== 'auto') return colour === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Makes the function that styles text, or leaves it. */
export const styles = (on: boolean) => (format: Format, text: string) =>
  on ? styleText(format, text, { validateStream: false }) : text
