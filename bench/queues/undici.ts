import { Agent } from 'undici'
import { deliver } from './deliver.ts'
import { body, type Times, UNDER_WAY, type Work } from './work.ts'

/** Sends with undici alone, signed: no store, no limits. */
export async function byUndici({ port, endpoints, deliveries }: Work, times: Times): Promise<void> {
  const dispatcher = new Agent({ connections: UNDER_WAY })
  let next = 0
  times.begun()
  const loop = async () => {
    for (let n = next++; n < deliveries; n = next++) await deliver(dispatcher, port, `evt_${n}`, n % endpoints, body(n))
  }
  await Promise.all(Array.from({ length: UNDER_WAY }, loop))
  times.recorded()
  await dispatcher.close()
}
