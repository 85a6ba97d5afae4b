import { median } from '../statistics.ts'
import { load } from './neighbours.ts'

// What a client spends on each party message that comes in, from the WebSocket's event to the game's handler,
// which is in the party; prints nanoseconds of CPU. Both clients get the same frames from the same stand-in for a WebSocket.

const rounds = Number(process.argv[2])
const messagesPerRound = 20_000

interface Handler {
  onmessage: ((event: { data: string }) => void) | null
  onopen: ((event: object) => void) | null
}

/** A WebSocket that is open at once and receives what it is given. */
class FakeWebSocket implements Handler {
  static readonly OPEN = 1
  static latest: FakeWebSocket | undefined
  binaryType = 'blob'
  readyState = 1
  onopen: Handler['onopen'] = null
  onmessage: Handler['onmessage'] = null
  onclose = null
  onerror = null

  constructor() {
    FakeWebSocket.latest = this
    setTimeout(() => this.onopen?.({}), 0)
  }

  send(): void {}
  close(): void {}
}

interface PartySdk {
  readonly PartyClient: new (
    options: object,
  ) => {
    createSocket(): { connect(session: object): Promise<void>; onPartyData(handler: Listener): void }
  }
  readonly Session: { restore(token: string, refreshToken: string): object }
}

interface NakamaSdk {
  readonly Client: new (
    ...args: unknown[]
  ) => {
    createSocket(): { connect(session: object, status: boolean): Promise<unknown>; onpartydata: Listener }
  }
  readonly Session: { restore(token: string, refreshToken: string): object }
}

type Listener = (message: { readonly data: Uint8Array }) => void

const party_id = '3c7f4e1e-9a3c-4c55-8b57-7d6f0b5a8f10.nakama1'
const presence = {
  user_id: '6b1ff3b4-5a69-4d6a-9e0a-0a2d4d4e1a11',
  session_id: '6b1ff3b4-5a69-11ee-9e0a-0a2d4d4e1a11',
  username: 'QmWnErTyUi',
}
/** The player is in the party: what a server says when it is let in. */
const entered = JSON.stringify({
  party: { party_id, open: true, max_size: 4, self: presence, leader: presence, presences: [presence] },
})
const frame = JSON.stringify({
  party_data: { party_id, presence, op_code: '1', data: Buffer.alloc(64, 7).toString('base64') },
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = { tid: 'a', uid: 'b', usn: 'c', exp: 4_000_000_000, iat: 1 }
const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`

/** How many messages have reached each client's handler. */
const received = { party: 0, nakamaJs: 0 }

/** Gives what receives a frame. */
async function connectParty(): Promise<(data: string) => void> {
  const { PartyClient, Session } = await load<PartySdk>('@party/client')
  const socket = new PartyClient({ WebSocket: FakeWebSocket, heartbeat: false }).createSocket()
  await socket.connect(Session.restore(token, token))
  socket.onPartyData(({ data }) => {
    if (data.length === 64) received.party++
  })
  return receiver()
}

async function connectNakama(): Promise<(data: string) => void> {
  Object.assign(globalThis, { WebSocket: FakeWebSocket })
  const { Client, Session } = (await load<{ default: NakamaSdk }>('@heroiclabs/nakama-js')).default
  const socket = new Client('defaultkey', '127.0.0.1', '7350').createSocket()
  await socket.connect(Session.restore(token, token), true)
  socket.onpartydata = ({ data }) => {
    if (data.length === 64) received.nakamaJs++
  }
  return receiver()
}

function receiver(): (data: string) => void {
  const socket = FakeWebSocket.latest
  socket?.onmessage?.({ data: entered })
  return (data) => socket?.onmessage?.({ data })
}

function nsPerMessage(receive: (data: string) => void): number {
  const before = process.cpuUsage()
  for (let count = 0; count < messagesPerRound; count++) receive(frame)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / messagesPerRound
}

const receivers = {
  party: await connectParty(),
  nakamaJs: await connectNakama(),
  parse: (data: string) => void JSON.parse(data),
}
const results: Record<string, number[]> = { party: [], nakamaJs: [], parse: [] }
// The first two rounds warm up.
for (let round = -2; round < 3 * rounds; round++) {
  for (const [name, receive] of Object.entries(receivers)) {
    const ns = nsPerMessage(receive)
    if (round >= 0) results[name]?.push(ns)
  }
}
const expected = messagesPerRound * (3 * rounds + 2)
if (received.party !== expected || received.nakamaJs !== expected) {
  throw new Error(`of ${expected} messages ${received.party} and ${received.nakamaJs} reached their handlers`)
}
const medians = Object.fromEntries(Object.entries(results).map(([name, values]) => [name, median(values)]))
process.stdout.write(JSON.stringify(medians), () => process.exit(0))
