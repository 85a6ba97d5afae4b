import { systemClock } from '@party/protocol'
import { portTarget } from './reference.ts'
import type { ServerUnderTest } from './server-under-test.ts'

/**
 * A server that runs somewhere and has been configured by somebody. Every case meets the same one; time is real.
 *
 * @param url such as `http://127.0.0.1:7350`
 * @param quietMs how long to watch after each step for what should not arrive: a ping does not prove that nothing
 *   is under way where events travel apart from answers, as they do inside Nakama
 * @throws {TypeError} when the URL is none.
 */
export function remoteServer(url: string, serverKey: string, quietMs: number): ServerUnderTest {
  const { hostname, port, protocol, origin } = new URL(url)
  const ssl = protocol === 'https:'
  const pass = (ms: number) => new Promise<void>((resolve) => void systemClock.setTimeout(resolve, ms))
  return {
    name: origin,
    isControlled: false,
    start: async () => ({
      address: { host: hostname, port: Number(port || (ssl ? 443 : 80)), ssl, serverKey },
      target: portTarget(origin, serverKey, pass, quietMs),
      control: undefined,
      close: async () => {},
    }),
  }
}
