import type { PartySocket, SocketEventMap, SocketEventName } from '@party/client'

/** The events of a socket, kept from its making on. Those of a newer client are kept from the first asking on. */
const names = [
  'party',
  'partyPresence',
  'partyJoinRequest',
  'partyLeader',
  'partyData',
  'partyClose',
  'partyUpdate',
  'partyMatchmakerTicket',
  'matchmakerMatched',
  'statusPresence',
  'notifications',
  'streamData',
  'streamPresence',
  'partyRejoin',
  'statusRestored',
  'transition',
  'disconnect',
  'error',
] as const satisfies readonly SocketEventName[]

/** What a socket has heard and nobody has asked for yet, so that no test can ask too late. */
export class EventQueue {
  readonly #socket: PartySocket
  readonly #heard = new Map<SocketEventName, unknown[]>()
  readonly #undo: (() => void)[] = []

  constructor(socket: PartySocket) {
    this.#socket = socket
    for (const name of names) this.#listen(name)
  }

  /** Takes out the oldest event of a name that satisfies the predicate; undefined while there is none. */
  take<Name extends SocketEventName>(
    name: Name,
    predicate: (event: SocketEventMap[Name]) => boolean,
  ): { readonly event: SocketEventMap[Name] } | undefined {
    const heard = (this.#heard.get(name) ?? this.#listen(name)) as SocketEventMap[Name][]
    const index = heard.findIndex(predicate)
    const event = heard[index]
    if (event === undefined) return undefined
    heard.splice(index, 1)
    return { event }
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo()
  }

  #listen(name: SocketEventName): unknown[] {
    const heard: unknown[] = []
    this.#heard.set(name, heard)
    this.#undo.push(this.#socket.on(name, (event) => heard.push(event)))
    return heard
  }
}
