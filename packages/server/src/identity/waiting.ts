/** A hash that no password has, so that nobody signs in before setting a password by recovery. */
export const UNUSABLE = '!'
