import { setTimeout } from 'node:timers/promises'
import { cpuUs } from '../machine/usage.ts'
import { openSocket } from './parties.ts'
import { signIn } from './sign-in.ts'
import type { Target } from './target.ts'

export interface ListingOptions {
  readonly parties: number
  readonly requests: number
  readonly queries: readonly string[]
}

export interface ListingResult {
  /** Server CPU for each page of ten parties, in microseconds, by query. */
  readonly cpuUsByQuery: Record<string, number>
  /** Server CPU for each request that does nothing, in microseconds. */
  readonly cpuUsOfHealthcheck: number
}

/** Players that create the parties: a session may lead many. */
const creators = 50

/** Most time for one query, in milliseconds. */
const longestMs = 5000

/** Many parties wait to be found, of ten modes and a thousand levels. */
export async function listing(target: Target, options: ListingOptions): Promise<ListingResult> {
  const tokens = await signIn(target, creators)
  const sockets = await Promise.all(tokens.map((token) => openSocket(target, token, '')))
  await Promise.all(
    sockets.map(async (socket, creator) => {
      for (let index = creator; index < options.parties; index += creators) {
        const label = JSON.stringify({ mode: `m${index % 10}`, level: index % 1000 })
        await socket.ask({ cid: '1', party_create: { open: true, max_size: 4, label } }, /"cid":\s*"1"/)
      }
    }),
  )
  // A server may take a second to list what was created.
  await setTimeout(2500)
  const headers = { authorization: `Bearer ${tokens[0]}` }
  const cpuUsByQuery: Record<string, number> = {}
  for (const query of options.queries) {
    const path = `/v2/party?limit=10&query=${encodeURIComponent(query)}`
    cpuUsByQuery[query] = await costOf(target, path, headers, options.requests)
  }
  return { cpuUsByQuery, cpuUsOfHealthcheck: await costOf(target, '/healthcheck', {}, options.requests) }
}

async function costOf(
  { url, pid }: Target,
  path: string,
  headers: Record<string, string>,
  requests: number,
): Promise<number> {
  const ask = async (): Promise<void> => {
    const response = await fetch(url + path, { headers, signal: AbortSignal.timeout(30_000) })
    const body = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`)
  }
  await ask()
  const before = cpuUs(pid)
  const end = performance.now() + longestMs
  let asked = 0
  for (; asked < requests && performance.now() < end; asked++) await ask()
  return (cpuUs(pid) - before) / asked
}
