import type { Target } from './target.ts'

/** How many sign-ins are under way at once. */
const concurrency = 16

/** Signs in this many players over HTTP and gives their tokens. A relay knows no players and wants no tokens. */
export async function signIn(target: Target, count: number, prefix = 'bench'): Promise<string[]> {
  if (target.kind === 'relay') return Array.from({ length: count }, () => '')
  const tokens: string[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      tokens[index] = await authenticate(target, `${prefix}-player-${index}`)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return tokens
}

async function authenticate({ url, serverKey }: Target, id: string): Promise<string> {
  const response = await fetch(`${url}/v2/account/authenticate/custom?create=true`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ id }),
    signal: AbortSignal.timeout(10_000),
  })
  const { token } = (await response.json()) as { token?: string }
  if (token === undefined) throw new Error(`cannot sign in ${id}: ${response.status}`)
  return token
}
