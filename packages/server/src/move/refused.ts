/** A move that can't be begun or finished. The message is for the operator; it has no values of rows. */
export class MoveRefused extends Error {
  override name = 'MoveRefused'
}
