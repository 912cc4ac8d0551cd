/**
 * Makes a callback that only hears of something safe to call: what it throws or rejects with is logged, and ends neither the call
 * nor the process.
 */
export function safely<Args extends unknown[]>(callback: (...args: Args) => unknown): (...args: Args) => void {
  const call = async (args: Args) => callback(...args)
  return (...args) => void call(args).catch((error) => console.error('@sendoff/sdk: a callback failed:', error))
}
