import { setTimeout } from 'node:timers/promises'
import { residentBytes } from '../machine/usage.ts'
import { signIn } from './sign-in.ts'
import { openMany } from './storm.ts'
import type { Target } from './target.ts'

/** How long the server is left alone before its memory is read, in milliseconds. */
const restMs = 2000

export interface IdleResult {
  /** Growth of the server's resident memory for each connection, signing its player in included. */
  readonly bytesPerConnection: number
  /** The same from when every player had signed in. */
  readonly bytesWithoutSignIn: number
}

/** Many players sign in, connect, and do nothing. */
export async function idle(
  target: Target,
  { connections }: { readonly connections: number },
): Promise<IdleResult> {
  await setTimeout(restMs)
  const atFirst = residentBytes(target.pid)
  const tokens = await signIn(target, connections, 'idle')
  await setTimeout(restMs)
  const signedIn = residentBytes(target.pid)
  const sockets = await openMany(target, tokens)
  await setTimeout(restMs)
  const connected = residentBytes(target.pid)
  if (!sockets.every((socket) => socket.isOpen)) throw new Error('the server closed idle connections')
  for (const socket of sockets) socket.close()
  return {
    bytesPerConnection: (connected - atFirst) / connections,
    bytesWithoutSignIn: (connected - signedIn) / connections,
  }
}
