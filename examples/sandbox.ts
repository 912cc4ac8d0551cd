/** The sandbox that an example works on. */
import { readFileSync } from 'node:fs'

/** The data directory of the server beside which the example runs. */
export const directory = process.env.SENDOFF_DATA_DIR ?? '.sendoff'

/** Reads the credentials that `npm start` wrote. Ends the program with advice where there are none, or their server does not answer. */
export async function readSandbox() {
  const file = `${directory}/sandbox.json`
  try {
    const sandbox = JSON.parse(readFileSync(file, 'utf8'))
    await fetch(`${sandbox.base_url}/healthz`)
    return sandbox
  } catch {
    console.error(
      `No running sandbox was found by ${file}. Run \`npm start\` in another terminal first, and leave it running.`,
    )
    process.exit(1)
  }
}
