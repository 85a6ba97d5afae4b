import type { LiveParty, UserPresence } from '@party/client'
import { cast, type Name, usernameOf } from './cast.ts'
import type { Player } from './player.ts'
import type { World } from './world.ts'

export type Argument = string | number | boolean

/** Something that was done in the playground. A list of them, done again, leads to the same state. */
export interface Action {
  readonly verb: Verb
  /** Place of the player in the cast; 0 for what concerns nobody in particular. */
  readonly player: number
  /** Parties by their place in the order of creation, members by their place in the cast. */
  readonly args: readonly Argument[]
}

interface Doing {
  readonly world: World
  readonly player: Player
  text(index: number): string
  number(index: number): number
  flag(index: number): boolean
  party(index: number): string
  name(index: number): Name
}

type Do = (doing: Doing) => Promise<void>

const socketVerbs = {
  connect: ({ player }) => player.note('connect', () => player.connect().then(nothing)),
  disconnect: ({ player }) =>
    player.note('disconnect', async () => {
      player.socket.disconnect()
      return undefined
    }),
  create: ({ world, player, flag, number, text }) =>
    player.note(`create ${flag(0) ? 'an open' : 'a closed'} party for ${number(1)}`, async () => {
      const label = text(2)
      const options = { open: flag(0), maxSize: number(1), ...(label !== '' && { label }) }
      const { partyId } = await player.socket.createParty(options)
      world.partyIds.push(partyId)
      return `party ${world.partyIds.length}`
    }),
  join: ({ player, party, number }) =>
    player.note(`join party ${number(0) + 1}`, () =>
      player.socket.joinParty(party(0)).then(() => 'the server has taken note'),
    ),
  leave: ({ player, party }) => player.note('leave', () => player.socket.leaveParty(party(0)).then(nothing)),
  accept: ({ player, party, name }) =>
    player.note(`let ${name(1)} in`, () =>
      player
        .party(party(0))
        .accept(asking(player.party(party(0)), name(1)))
        .then(nothing),
    ),
  reject: ({ player, party, name }) =>
    player.note(`turn ${name(1)} away`, () =>
      player
        .party(party(0))
        .reject(asking(player.party(party(0)), name(1)))
        .then(() => `${name(1)} is not told`),
    ),
  requests: ({ player, party }) =>
    player.note('list who asks to join', async () => {
      const { presences } = await player.socket.listPartyJoinRequests(party(0))
      return presences.length === 0 ? 'nobody' : presences.map(({ username }) => username).join(', ')
    }),
  kick: ({ player, party, name }) =>
    player.note(`remove ${name(1)}`, () =>
      player
        .party(party(0))
        .remove(member(player.party(party(0)), name(1)))
        .then(nothing),
    ),
  promote: ({ player, party, name }) =>
    player.note(`hand the lead to ${name(1)}`, () =>
      player
        .party(party(0))
        .promote(member(player.party(party(0)), name(1)))
        .then(nothing),
    ),
  update: ({ player, party, flag, text }) =>
    player.note(`${flag(1) ? 'open' : 'closed'} from now on, label ${text(2) || 'empty'}`, () =>
      player.socket.updateParty(party(0), { open: flag(1), label: text(2) }).then(nothing),
    ),
  close: ({ player, party }) =>
    player.note('end the party', () => player.socket.closeParty(party(0)).then(nothing)),
  say: ({ player, party, number, text }) =>
    player.note(`say “${text(2)}”`, () =>
      player.socket.sendPartyData(party(0), number(1), text(2)).then(() => 'no echo comes back'),
    ),
  match: ({ player, party, number }) =>
    player.note(`look for a match of ${number(1)}`, async () => {
      const options = { minCount: number(1), maxCount: number(1) }
      await player.party(party(0)).matchmake(options)
      return undefined
    }),
  unmatch: ({ player, party }) =>
    player.note('stop looking for a match', async () => {
      const live = player.party(party(0))
      for (const ticket of live.tickets) await live.cancelMatchmaking(ticket)
      return undefined
    }),
  matchAlone: ({ player, number }) =>
    player.note(`look alone for a match of ${number(0)}`, async () => {
      const { ticket } = await player.socket.addMatchmaker({ minCount: number(0), maxCount: number(0) })
      player.soloTicket = ticket
      return undefined
    }),
  unmatchAlone: ({ player }) =>
    player.note('stop looking alone', async () => {
      await player.socket.removeMatchmaker(player.soloTicket ?? '')
      player.soloTicket = undefined
      return undefined
    }),
  list: ({ player }) =>
    player.note('list parties', async () => {
      const { parties } = await player.socket.listParties()
      return parties.length === 0
        ? 'none'
        : parties
            .map(({ maxSize, open, label }) => `${open ? 'open' : 'closed'}, for ${maxSize}, ${label}`)
            .join(' · ')
    }),
  status: ({ player, text }) =>
    player.note(`status “${text(0)}”`, () => player.socket.updateStatus(text(0)).then(nothing)),
  hide: ({ player }) => player.note('appear offline', () => player.socket.updateStatus(null).then(nothing)),
  follow: ({ player }) =>
    player.note('follow the others', async () => {
      const usernames = cast.filter((name) => name !== player.name).map(usernameOf)
      const { presences } = await player.socket.followUsers({ usernames })
      for (const presence of presences) player.see(presence)
      return presences.length === 0
        ? 'nobody is online'
        : `${presences.map(({ username }) => username).join(', ')} online`
    }),
  unfollow: ({ world, player }) =>
    player.note('unfollow the others', async () => {
      const others = world.players.filter(({ name }) => name !== player.name)
      await player.socket.unfollowUsers(others.flatMap(({ session }) => session?.userId ?? []))
      player.statuses.clear()
      return undefined
    }),
  rpc: ({ player, text }) =>
    player.note(`call “${text(0)}”`, () =>
      player.socket.rpc(text(0), text(1)).then(({ payload }) => payload),
    ),
  ping: ({ player }) => player.note('ping', () => player.socket.ping().then((ms) => `${ms} ms`)),
} satisfies Record<string, Do>

const worldVerbs = {
  advance: async ({ world, number }) => world.clock.advance(Math.min(number(0), 600_000)),
  drop: async ({ world, player }) => void world.faults.drop({ player: usernameOf(player.name) }),
  kickByServer: async ({ world, player }) => void world.faults.kick({ player: usernameOf(player.name) }),
  delay: async ({ world, player, number }) => world.setDelay(player.name, number(0)),
  offline: async ({ world, player, flag }) => world.setOffline(player.name, flag(0)),
  restart: async ({ world }) => void world.faults.restart(),
} satisfies Record<string, Do>

const verbs = { ...socketVerbs, ...worldVerbs }

export type Verb = keyof typeof verbs

export const isVerb = (value: unknown): value is Verb =>
  typeof value === 'string' && Object.hasOwn(verbs, value)

/** Whether it happens to the world. It is over by itself, while a player's call may need time to go by. */
export const isOfWorld = ({ verb }: Action): boolean => Object.hasOwn(worldVerbs, verb)

/** Does it. Resolves when the call has ended, which may need time to go by. */
export function perform(world: World, { verb, player: index, args }: Action): Promise<void> {
  const player = world.players[index]
  if (player === undefined) throw new Error(`there is no player ${index}`)
  return verbs[verb]({
    world,
    player,
    text: (index) => String(args[index] ?? ''),
    number: (index) => Number(args[index] ?? 0),
    flag: (index) => args[index] === true,
    party: (index) => world.partyIds[Number(args[index] ?? 0)] ?? 'no-such-party',
    name: (index) => cast[Number(args[index] ?? 0)] ?? cast[0],
  })
}

const nothing = (): undefined => undefined

const member = (party: LiveParty, name: Name): UserPresence => find(party.members, name)

const asking = (party: LiveParty, name: Name): UserPresence => find(party.joinRequests, name)

function find(presences: readonly UserPresence[], name: Name): UserPresence {
  const presence = presences.find(({ username }) => username === usernameOf(name))
  if (presence === undefined) throw new Error(`${name} is not there`)
  return presence
}
