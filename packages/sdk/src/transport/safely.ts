/**
 * Makes a notification callback safe to call: an error that it throws is logged, and ends neither the call nor the process.
 */
export function safely<Args extends unknown[]>(callback: (...args: Args) => unknown): (...args: Args) => void {
  const call = async (args: Args) => callback(...args)
  return (...args) => void call(args).catch((error) => console.error('@sendoff/sdk: a callback failed:', error))
}
