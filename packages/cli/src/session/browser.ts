import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** Opens an address in the person's browser, if there is one. Where none is found nothing happens: the address is printed, too. */
export function openBrowser(address: string, env: Environment): void {
  const command = commandOf(address, env)
  if (!command) return
  const [program = '', ...args] = command
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}

function commandOf(address: string, env: Environment): string[] | undefined {
  if (env.BROWSER) return [env.BROWSER, address]
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : undefined
}
