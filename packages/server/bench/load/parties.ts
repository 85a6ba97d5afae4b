import { clientFrame } from './frames.ts'
import { RawSocket } from './raw-socket.ts'
import { signIn } from './sign-in.ts'
import type { Target } from './target.ts'

/** Sockets that hear each other, and what one of them sends to be heard. */
export interface Party {
  readonly members: readonly RawSocket[]
  readonly message: Buffer
}

/** Bytes of data in each message: a position, an aim and a few flags, say. */
const dataBytes = 64

/** About what a server sends out for such a message: the relay passes on as many bytes as a server delivers. */
const deliveredBytes = 330

/** Opens `count` parties of `size` members each, with a socket of its own for every member. */
export async function openParties(target: Target, count: number, size: number): Promise<Party[]> {
  const tokens = await signIn(target, count * size)
  const parties: Party[] = []
  for (let index = 0; index < count; index++) {
    const own = tokens.slice(index * size, (index + 1) * size)
    const members = await Promise.all(own.map((token) => openSocket(target, token, String(index))))
    parties.push({ members, message: await (target.kind === 'relay' ? filler() : gather(members, size)) })
  }
  return parties
}

export function closeParties(parties: readonly Party[]): void {
  for (const { members } of parties) for (const member of members) member.close()
}

export function openSocket({ url, kind }: Target, token: string, group: string): Promise<RawSocket> {
  const path = kind === 'relay' ? `/ws?group=${group}` : `/ws?token=${token}&format=json&status=false`
  return RawSocket.open(new URL(url), path)
}

/** Makes a party of sockets, the first leading, and gives the message its members will send. */
async function gather(members: readonly RawSocket[], size: number): Promise<Buffer> {
  const [leader, ...others] = members
  const created = await leader?.ask(
    { party_create: { open: true, max_size: size } },
    /"party_id":\s*"([^"]+)"/,
  )
  const party_id = created?.[1]
  for (const member of others) await member.ask({ party_join: { party_id } }, /"party":\s*\{/)
  // Whoever has its answer to this has also heard of all who joined.
  await Promise.all(members.map((member) => member.ask({ cid: '1', ping: {} }, /"pong":\s*\{/)))
  const data = Buffer.alloc(dataBytes, 7).toString('base64')
  return clientFrame(JSON.stringify({ party_data_send: { party_id, op_code: '1', data } }))
}

function filler(): Buffer {
  return clientFrame('x'.repeat(deliveredBytes))
}
