/** The ways in which a text can stand in another one; in base64 at each of the three places where it can begin. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const encoded = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Without the characters that also depend on what stands around it.
    return whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6))
  })
  return [
    secret,
    ...encoded.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ]
}

/** True for a verification code, which is short and counts only if it stands alone. */
export const isCode = (secret: string) => /^\d{6}$/.test(secret)

/** Tells whether a verification code stands alone in a text. */
export const hasCode = (text: string, code: string) => new RegExp(`(?<![\\w.-])${code}(?![\\w.-])`).test(text)
