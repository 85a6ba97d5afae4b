import type { EnvelopeMessage, PartyList } from '@party/protocol'
import type { ListPartiesOptions, PartyClient } from '../client.ts'
import type { Reply } from '../connection/requests.ts'
import type { Transition } from '../connection/state.ts'
import { disconnectedError, notConnected, type PartyError } from '../error.ts'
import type { Session } from '../http/session.ts'
import type { LiveParty } from '../party/live-party.ts'
import { type Parties, type PartyRegistry, partyRegistry } from '../party/parties.ts'
import { createRejoin, type Rejoin } from '../party/rejoin.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import type { PartyClientOptions } from '../settings.ts'
import { BareSocket } from './bare-socket.ts'
import type { CreatePartyArguments } from './socket-calls.ts'
import { StatusMemory } from './status-memory.ts'

/** How to wait until the player is in a party. */
export interface JoinOptions extends CallOptions {
  /** Waits until the player is a member, and resolves with the party. */
  readonly wait: 'joined'
}

/** What a socket uses of its client. */
type Client = Pick<PartyClient, 'listParties' | 'keepFresh'>

/**
 * A player's connection to the server: everything a party does, and everything it hears.
 *
 * Every call ends exactly once, with a result or with a `PartyError`. Besides the codes that each method names,
 * each can end with `invalid_argument` (an argument is refused before anything is sent), `not_connected`,
 * `timeout`, `aborted`, `disconnected` (as with a timeout, whether the server has done it is not known),
 * `message_too_large` (nothing was sent), `unexpected_reply`, `server_error` and, where a server runs code of its
 * own around requests, `disabled_by_server` and `server_function_failed`.
 */
export class PartySocket extends BareSocket {
  /** The parties that the player is in, as they are now. */
  readonly parties: Parties
  readonly #registry: PartyRegistry
  readonly #rejoin: Rejoin
  readonly #client: Client
  #status = new StatusMemory()

  /**
   * Made by `PartyClient.createSocket`.
   *
   * @internal
   */
  constructor(options: PartyClientOptions, client: Client) {
    super(options)
    this.#client = client
    this.#registry = partyRegistry(this, (event, cause) => this.handlerFailed(`party ${event}`, cause))
    this.parties = this.#registry.parties
    this.#rejoin = createRejoin(this.settings, this, this.#registry, (rejoin) =>
      this.emit('partyRejoin', rejoin),
    )
  }

  /**
   * Creates a party that the player leads, and resolves with it. The player also hears `onParty` and
   * `onPartyPresence` for it.
   *
   * Ends also with `invalid_party_size`, `party_label_too_long`, `party_label_invalid`, `party_create_failed`.
   */
  override async createParty(...args: CreatePartyArguments): Promise<LiveParty> {
    const { partyId } = await super.createParty(...args)
    const party = this.parties.get(partyId)
    if (party) return party
    // It was over before the game could hear of it.
    throw disconnectedError({ reason: 'the party has ended' }).during({ operation: 'createParty', partyId })
  }

  /**
   * Joins an open party, or asks to be let into a closed one. It resolves in both cases as soon as the server has
   * taken note. The player is in once `onParty` tells it and the party is among `parties`.
   *
   * With `wait: 'joined'` it resolves when the player is in, and with the party: also after the leader of a closed
   * party has said yes. It waits for a minute unless `timeoutMs` says otherwise. The server tells nobody that a
   * request was refused, or that the party has ended meanwhile: both end with `timeout`. The request then stays with
   * the leader, and the player is still let in should the leader accept it.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_closed`, `party_full`,
   * `party_join_requests_full`, `party_join_request_duplicate`, `party_already_member`, `party_join_failed`.
   */
  override joinParty(partyId: string, options: JoinOptions): Promise<LiveParty>
  override joinParty(partyId: string, options?: CallOptions): Promise<void>
  override joinParty(partyId: string, options?: CallOptions & { wait?: unknown }): Promise<unknown> {
    return options?.wait === 'joined' ? this.#enter(partyId, options) : super.joinParty(partyId, options)
  }

  /**
   * `PartyClient.listParties` with the session of this socket. It goes over HTTP.
   *
   * Ends also with `unauthenticated`, `network_error`, `invalid_limit`, `list_failed`.
   */
  async listParties(options?: ListPartiesOptions): Promise<PartyList> {
    if (!this.session) throw notConnected(this.state, { operation: 'listParties' })
    return this.#client.listParties(this.session, options)
  }

  protected override replied(request: EnvelopeMessage, reply: Reply): void {
    super.replied(request, reply)
    if (this.settings.restoreStatus) this.#status.note(request)
    this.#registry.replied(request, reply)
  }

  protected override refused(error: PartyError): void {
    this.#registry.refused(error)
  }

  protected override emitMessage(message: EnvelopeMessage): void {
    this.#registry.receive(message)
    super.emitMessage(message)
    if (message.case === 'party') this.#rejoin.entered(message.value.partyId)
  }

  protected override keepFresh(session: Session, signal?: AbortSignal, refused?: string): Promise<void> {
    return this.#client.keepFresh(session, { signal, refused })
  }

  protected override get appearOnline(): boolean | undefined {
    return this.#status.update && this.#status.update.status === ''
  }

  protected override moved(transition: Transition): void {
    const { from, to } = transition
    if (to === 'connecting') this.#status = new StatusMemory()
    if (from === 'open' || to === 'closed') {
      this.#rejoin.stop()
      this.#registry.lost(transition.willReconnect)
    }
    // Before the game hears of the new connection, so that what it does then comes after.
    if (from === 'reconnecting' && to === 'open') {
      this.#restoreStatus()
      this.#rejoin.start(this.parties.getSnapshot())
    }
    super.moved(transition)
  }

  #enter(partyId: string, { signal, timeoutMs = 60_000 }: CallOptions): Promise<LiveParty> {
    return this.waitFor({ operation: 'joinParty', partyId }, { signal, timeoutMs }, (waiting) => {
      const look = () => {
        const party = this.parties.get(partyId)
        if (party?.stale === false) waiting.resolve(party)
      }
      look()
      // Asking once more would end the party's tickets, or leave a request that nobody needs.
      if (!waiting.ended) super.joinParty(partyId, { signal, timeoutMs }).then(look, waiting.reject)
      return [this.on('party', look)]
    })
  }

  #restoreStatus(): void {
    const { follows, update } = this.#status
    // An empty status, or none, was asked for with the connection itself.
    if (update?.status) this.#restore(this.updateStatus(update.status))
    if (follows) {
      this.#restore(this.followUsers(follows).then((status) => this.emit('statusRestored', status)))
    }
  }

  /** Reports what fails, unless it fails for the end of the connection: the next one will do it again. */
  #restore(done: Promise<unknown>): void {
    done.catch((error: PartyError) => {
      if (error.code !== 'disconnected') this.emitError(error)
    })
  }
}
