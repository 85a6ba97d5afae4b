import { cpuUs } from '../machine/usage.ts'
import { clientFrame } from './frames.ts'
import { closeParties, openSocket } from './parties.ts'
import type { RawSocket } from './raw-socket.ts'
import { signIn } from './sign-in.ts'
import type { Target } from './target.ts'

/** Members of each party. */
const size = 4

export interface PartyLifeOptions {
  /** How many groups of players live at once. */
  readonly groups: number
  /** How many parties each group has, one after the other, after a third as many to warm up. */
  readonly livesPerGroup: number
}

/**
 * Server CPU for the life of a party of four, in microseconds: it is created, three join and leave again, and it is
 * closed. For a relay, eight messages that three others each hear, which is about as much to read and to write.
 */
export async function partyLife(target: Target, options: PartyLifeOptions): Promise<number> {
  const tokens = await signIn(target, options.groups * size)
  const groups: RawSocket[][] = []
  for (let index = 0; index < options.groups; index++) {
    const own = tokens.slice(index * size, (index + 1) * size)
    groups.push(await Promise.all(own.map((token) => openSocket(target, token, String(index)))))
  }
  const live = target.kind === 'relay' ? liveOnRelay : liveInParty
  const liveAll = async (lives: number): Promise<void> => {
    await Promise.all(
      groups.map(async (group) => {
        for (let life = 0; life < lives; life++) await live(group)
      }),
    )
  }
  await liveAll(Math.ceil(options.livesPerGroup / 3))
  const before = cpuUs(target.pid)
  await liveAll(options.livesPerGroup)
  const spent = cpuUs(target.pid) - before
  closeParties(groups.map((members) => ({ members, message: Buffer.alloc(0) })))
  return spent / (options.groups * options.livesPerGroup)
}

async function liveInParty([leader, ...others]: readonly RawSocket[]): Promise<void> {
  const create = { cid: '1', party_create: { open: true, max_size: size } }
  const created = await leader?.ask(create, /"party_id":\s*"([^"]+)"/)
  const party_id = created?.[1]
  for (const member of others) await member.ask({ cid: '2', party_join: { party_id } }, /"cid":\s*"2"/)
  for (const member of others) await member.ask({ cid: '3', party_leave: { party_id } }, /"cid":\s*"3"/)
  await leader?.ask({ cid: '4', party_close: { party_id } }, /"cid":\s*"4"/)
}

const relayed = clientFrame('x'.repeat(200))

async function liveOnRelay(group: readonly RawSocket[]): Promise<void> {
  for (let turn = 0; turn < 2 * size; turn++) await relayOnce(group, turn % size)
}

/** One sends, and all others have received it. */
async function relayOnce(group: readonly RawSocket[], sender: number): Promise<void> {
  const others = group.filter((_, index) => index !== sender)
  const received = others.map(
    (other) =>
      new Promise<void>((resolve) => {
        const wanted = other.deliveries + 1
        other.onReceived = () => {
          if (other.deliveries >= wanted) resolve()
        }
      }),
  )
  group[sender]?.send(relayed)
  await Promise.all(received)
}
