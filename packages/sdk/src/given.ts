/** Leaves out the members that are `undefined`, so that they do not replace a default. */
export function given(members: object = {}): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
