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

/**
 * Sleeps.
 *
 * @param ms milliseconds
 * @param isIdle whether a process that waits for nothing else may exit in the meantime
 * @throws the reason of `signal` as soon as it is aborted
 */
export async function sleep(ms: number, signal: AbortSignal | undefined, isIdle = false): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
    // In browsers a timer is a number.
    if (isIdle && typeof timer === 'object') timer.unref?.()
  })
  await abortable(slept, signal).finally(() => clearTimeout(timer))
}
