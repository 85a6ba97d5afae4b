import type { PartyClient, PartySocket, UserPresence } from '@party/client'

/** How long an event may take before the story counts as broken. */
const patienceMs = 5_000

/** Everyone who plays. */
export type Cast = Readonly<Record<'ada' | 'bo' | 'cy' | 'di', Player>>

/** One player of the story: a socket, and everything it was sent, in words. */
export class Player {
  readonly name: string
  readonly socket: PartySocket
  /** What arrived since the last scene, oldest first. */
  #seen: string[] = []
  #onSeen: () => void = () => {}

  private constructor(name: string, socket: PartySocket) {
    this.name = name
    this.socket = socket
    this.#listen()
  }

  /** Signs in and connects. The username carries a suffix, so that the story can be played again anywhere. */
  static async enter(client: PartyClient, name: string, suffix: string): Promise<Player> {
    const username = `${name}-${suffix}`
    const session = await client.authenticateCustom(`demo-${username}`, { username })
    const player = new Player(name, client.createSocket())
    await player.socket.connect(session, { appearOnline: false })
    return player
  }

  /** Waits until at least so many events have arrived since the last scene. */
  async hasSeen(count: number): Promise<void> {
    if (this.#seen.length >= count) return
    await new Promise<void>((resolve, reject) => {
      const deadline = setTimeout(() => {
        this.#onSeen = () => {}
        reject(new Error(`${this.name} saw only ${JSON.stringify(this.#seen)} within ${patienceMs} ms`))
      }, patienceMs)
      this.#onSeen = () => {
        if (this.#seen.length < count) return
        clearTimeout(deadline)
        this.#onSeen = () => {}
        resolve()
      }
    })
  }

  /** Takes what arrived since the last scene. */
  takeSeen(): string[] {
    return this.#seen.splice(0)
  }

  async exit(): Promise<void> {
    await this.socket.disconnect()
  }

  #listen(): void {
    const { socket } = this
    socket.onParty(({ leader, presences }) =>
      this.#see(`is in the party: ${presences.map(nameOf).join(', ')}; ${nameOf(leader)} leads`),
    )
    socket.onPartyJoinRequest(({ presences }) =>
      this.#see(`${presences.map(nameOf).join(', ')} asks to join`),
    )
    socket.onPartyPresence(({ joins, leaves }) => {
      for (const joined of joins) this.#see(`${nameOf(joined)} joined`)
      for (const left of leaves) this.#see(`${nameOf(left)} left`)
    })
    socket.onPartyLeader(({ presence }) => this.#see(`${nameOf(presence)} leads now`))
    socket.onPartyData((message) =>
      this.#see(
        `${nameOf(message.presence)} says (op code ${message.opCode}) ${new TextDecoder().decode(message.data)}`,
      ),
    )
    socket.onPartyClose(() => this.#see('the party is closed'))
    socket.onStatusPresence(({ joins }) => {
      for (const player of joins) if (player.status) this.#see(`${nameOf(player)} shows: ${player.status}`)
    })
    socket.onDisconnect(({ code, willReconnect }) =>
      this.#see(`is disconnected: ${code.replaceAll('_', ' ')}${willReconnect ? '; it will be back' : ''}`),
    )
    socket.onTransition(({ from, to }) => {
      if (from === 'reconnecting' && to === 'open') this.#see('is connected again')
    })
    socket.onStatusRestored(() => this.#see('follows again whom it followed'))
    socket.onPartyRejoin(({ outcome }) => this.#see(`comes back: the party is ${outcome}`))
    socket.onError((error) => this.#see(`has an error: ${error.message}`))
  }

  #see(text: string): void {
    this.#seen.push(text)
    this.#onSeen()
  }
}

/** `Ada` for `Ada-1f3c`. */
export function nameOf(presence: UserPresence | undefined): string {
  return presence?.username.split('-')[0] ?? 'nobody'
}
