import {
  decodeText,
  type LiveParty,
  type PartyClient,
  PartyError,
  type PartySocket,
  type Session,
  type UserPresence,
} from '@party/client'
import { type Name, nameOf, usernameOf } from './cast.ts'

/** A line of what a player has lived through, newest last. */
export interface FeedEntry {
  /** Its place in what the player has lived through. */
  readonly number: number
  /** Its place in what everybody has lived through. */
  readonly order: number
  readonly atMs: number
  /** `done`: a call ended well. `refused`: it did not. `heard`: an event. */
  readonly kind: 'done' | 'refused' | 'heard'
  readonly text: string
}

/** When something was: by the clock, and before or after what else. */
export type Stamp = Pick<FeedEntry, 'atMs' | 'order'>

/** A player of the playground: a real client, and what it knows. */
export class Player {
  readonly name: Name
  readonly socket: PartySocket
  readonly feed: FeedEntry[] = []
  readonly statuses = new Map<string, string>()
  /** The ticket of a search without a party. */
  soloTicket: string | undefined
  session: Session | undefined
  readonly #client: PartyClient
  readonly #stamp: () => Stamp

  constructor(name: Name, client: PartyClient, stamp: () => Stamp) {
    this.name = name
    this.socket = client.createSocket()
    this.#client = client
    this.#stamp = stamp
    this.#listen()
  }

  async connect(): Promise<void> {
    const username = usernameOf(this.name)
    this.session ??= await this.#client.authenticateCustom(`player-${username}`, { username })
    await this.socket.connect(this.session, { appearOnline: true })
  }

  /** Notes what became of a call, whenever that is. */
  async note(text: string, call: () => Promise<string | undefined>): Promise<void> {
    try {
      const result = await call()
      this.#note('done', result === undefined ? text : `${text}: ${result}`)
    } catch (error) {
      const { code, message } = PartyError.from(error)
      this.#note('refused', `${text}: ${code} (${message})`)
    }
  }

  /** Somebody is online. */
  see(presence: UserPresence): void {
    this.statuses.set(label(presence), presence.status ?? '')
  }

  /** A party that the player is in. */
  party(partyId: string): LiveParty {
    const party = this.socket.parties.get(partyId)
    if (party === undefined) throw new PartyError('party_not_found', `${this.name} is in no such party`)
    return party
  }

  #listen(): void {
    const { socket } = this
    const hear = (text: string): void => this.#note('heard', text)
    socket.onParty(({ presences, leader }) =>
      hear(`in a party: ${presences.map(label).join(', ')}; ${label(leader)} leads`),
    )
    socket.onPartyPresence(({ joins, leaves }) => {
      for (const presence of joins) hear(`${label(presence)} joined`)
      for (const presence of leaves) hear(`${label(presence)} left`)
    })
    socket.onPartyJoinRequest(({ presences }) => hear(`${presences.map(label).join(', ')} asks to join`))
    socket.onPartyLeader(({ presence }) => hear(`${label(presence)} leads now`))
    socket.onPartyData(({ presence, opCode, data }) =>
      hear(`${label(presence)} says “${decodeText(data)}” (op code ${opCode})`),
    )
    socket.onPartyClose(() => hear('party closed, or removed from it'))
    socket.onPartyUpdate(({ open, label }) =>
      hear(`the party is ${open ? 'open' : 'closed'} now, label ${label === '' ? 'empty' : label}`),
    )
    socket.onPartyMatchmakerTicket(() => hear('the party looks for a match'))
    socket.onMatchmakerMatched(({ users, ticket }) => {
      if (ticket === this.soloTicket) this.soloTicket = undefined
      hear(`match found: ${users.map(({ presence }) => label(presence)).join(', ')}`)
    })
    socket.onStatusPresence(({ joins, leaves }) => {
      const come = new Set(joins.map(({ userId }) => userId))
      for (const presence of leaves) {
        if (come.has(presence.userId)) continue
        this.statuses.delete(label(presence))
        hear(`${label(presence)} is offline`)
      }
      for (const presence of joins) {
        this.see(presence)
        hear(`${label(presence)} is online${presence.status ? `: ${presence.status}` : ''}`)
      }
    })
    socket.onNotifications(({ notifications }) => {
      for (const { subject } of notifications) hear(`notification: ${subject}`)
    })
    socket.onDisconnect(({ code, reason, willReconnect }) => {
      this.soloTicket = undefined
      this.statuses.clear()
      hear(`disconnected: ${code} (${reason})${willReconnect ? '; trying again' : ''}`)
    })
    socket.onPartyRejoin(({ outcome }) => hear(`back from the lost connection: ${outcome}`))
    socket.onTransition(({ from, to }) => {
      if (from === 'reconnecting' && to === 'open') hear('connected again')
    })
    socket.onError((error) => hear(`error: ${error.code} (${error.message})`))
  }

  #note(kind: FeedEntry['kind'], text: string): void {
    this.feed.push({ number: this.feed.length, ...this.#stamp(), kind, text })
  }
}

const label = (presence: UserPresence): string => nameOf(presence.username) ?? presence.username
