/** Waits for `work` until `signal` is aborted, and then rejects with its reason. The work itself continues. */
export function abortable<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

type Start = (callback: () => void, ms: number) => ReturnType<typeof setTimeout>

/**
 * Sleeps.
 *
 * @param ms milliseconds
 * @param start starts the timer
 * @throws the reason of `signal` as soon as it is aborted
 */
export async function sleep(ms: number, signal: AbortSignal | undefined, start: Start = setTimeout): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slept = new Promise<void>((resolve) => {
    timer = start(resolve, ms)
  })
  await abortable(slept, signal).finally(() => clearTimeout(timer))
}
