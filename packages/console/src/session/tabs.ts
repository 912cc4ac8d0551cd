const channel = new BroadcastChannel('sendoff-console')

/** Tells the other tabs of this browser. */
export const tellTabs = (message: string): void => channel.postMessage(message)

/** Hears what another tab tells. */
export function whenTabsTell(message: string, hear: () => void): void {
  channel.addEventListener('message', ({ data }) => {
    if (data === message) hear()
  })
}
