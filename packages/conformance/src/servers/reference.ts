import type { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { WebSocket } from 'ws'
import type { ServerAddress } from '../adapter/messages.ts'
import type { JsonObject } from '../files/json.ts'
import { type Target, webTarget } from '../wire/target.ts'
import { mergeConfig, serverConfig } from './config.ts'
import { controlOf } from './control.ts'
import type { MemoryNetwork } from './memory-network.ts'
import type { RunningServer, ServerUnderTest } from './server-under-test.ts'
import { type Rewrite, TappedServer } from './tapped-server.ts'
import { VirtualTime } from './virtual-time.ts'

/** Nakama's defaults, with tokens that outlive any case: a client may refresh them whenever it thinks it should. */
const defaults: JsonObject = { session: { token_expiry_sec: 7_200, refresh_token_expiry_sec: 10_800 } }

/** How a reference server is reached, and what is wrong with it. */
export interface ReferenceOptions {
  /** In memory, for the reference client in this process; without it on a port of the loopback. */
  readonly network?: MemoryNetwork | undefined
  /** Makes it another server. */
  readonly rewrite?: Rewrite
}

/** Our server, one for each case, in time that stands still unless the case moves it. */
export function referenceServer({ network, rewrite }: ReferenceOptions = {}): ServerUnderTest {
  return {
    name: network === undefined ? '@party/server on a port' : '@party/server in memory',
    isControlled: true,
    async start(config) {
      // Clients compare the times in their tokens with the real time.
      const { clock, offload, pass } = new VirtualTime(Date.now())
      const options = { clock, offload, config: serverConfig(mergeConfig(defaults, config)) }
      const server = new TappedServer(options, rewrite)
      server.rpc.register('echo', (_, payload) => payload)
      server.rpc.register('fail', () => {
        throw new Error('the function has failed')
      })
      const { serverKey } = server.config.socket
      const host =
        network === undefined ? await onPort(server, serverKey, pass) : inMemory(server, network, pass)
      return { ...host, control: controlOf(server) }
    },
  }
}

type Host = Omit<RunningServer, 'control'>
type Pass = Target['pass']

function inMemory(server: PartyServer, network: MemoryNetwork, pass: Pass): Host {
  const { serverKey } = server.config.socket
  const host = network.add(server)
  const { fetch, WebSocket } = network.at(`http://${host}`)
  return {
    address: { host, port: 7350, ssl: false, serverKey },
    target: webTarget({ url: `http://${host}:7350`, serverKey, fetch, WebSocket, pass, patienceMs: 2_000 }),
    async close() {
      network.remove(host)
      await server.close()
    },
  }
}

async function onPort(server: PartyServer, serverKey: string, pass: Pass): Promise<Host> {
  const { url, host, port, close } = await listen(server)
  const address: ServerAddress = { host, port, ssl: false, serverKey }
  return { address, target: portTarget(url, serverKey, pass), close }
}

/** A target on a real port. */
export function portTarget(url: string, serverKey: string, pass: Pass, quietMs = 0): Target {
  return webTarget({
    url,
    serverKey,
    fetch: (address, init) => fetch(address, init),
    // Node 20 has none of its own.
    WebSocket,
    pass,
    // The end of a socket is noticed some turns of the event loop later, and no ping tells.
    patienceMs: 5_000,
    quietMs,
  })
}
