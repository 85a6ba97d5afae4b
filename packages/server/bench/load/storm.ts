import { cpuUs } from '../machine/usage.ts'
import { openSocket } from './parties.ts'
import type { RawSocket } from './raw-socket.ts'
import { signIn } from './sign-in.ts'
import type { Target } from './target.ts'

/** How many handshakes are under way at once. */
const concurrency = 64

/** Opens a socket for each token, many at a time. */
export async function openMany(target: Target, tokens: readonly string[]): Promise<RawSocket[]> {
  const sockets: RawSocket[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < tokens.length) {
      const index = next++
      sockets[index] = await openSocket(target, tokens[index] ?? '', String(index))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return sockets
}

/** Server CPU for each connection that is made and broken off again, in microseconds. */
export async function connectionStorm(
  target: Target,
  { count }: { readonly count: number },
): Promise<number> {
  const tokens = await signIn(target, count)
  const before = cpuUs(target.pid)
  for (const socket of await openMany(target, tokens)) socket.close()
  // The server has noticed every end once it has answered a newcomer.
  for (const socket of await openMany(target, tokens.slice(0, 1))) socket.close()
  return (cpuUs(target.pid) - before) / count
}

/** Server CPU for each player that signs in over HTTP for the first time, in microseconds. */
export async function signInStorm(
  target: Target,
  { count, prefix }: { readonly count: number; readonly prefix: string },
): Promise<number> {
  const before = cpuUs(target.pid)
  await signIn(target, count, prefix)
  return (cpuUs(target.pid) - before) / count
}

/** Server CPU for each HTTP request that is answered with nothing, in microseconds. */
export async function noOpStorm(
  { url, pid }: Target,
  { count }: { readonly count: number },
): Promise<number> {
  const before = cpuUs(pid)
  let left = count
  const work = async (): Promise<void> => {
    while (left-- > 0) await (await fetch(url, { signal: AbortSignal.timeout(10_000) })).arrayBuffer()
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return (cpuUs(pid) - before) / count
}
