import type {
  EnvelopeMessage,
  Notifications,
  PartyClose,
  PartyJoinRequest,
  PartyMatchmakerTicket,
  PartyPresenceEvent,
  PartyUpdate,
  Status,
  StatusPresenceEvent,
  StreamData,
  StreamPresenceEvent,
} from '@party/protocol'
import type { DisconnectCode, Transition } from '../connection/state.ts'
import { causedBy, disconnectedError, type ErrorContext, type PartyError } from '../error.ts'
import type { PartyRejoin } from '../party/rejoin.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { Emitter, type Handler, type Undo } from '../runtime/emitter.ts'
import { eventStream } from '../runtime/event-stream.ts'
import { type Wait, wait } from '../runtime/wait.ts'
import type { Settings } from '../settings.ts'
import type { MatchmakerMatched, Party, PartyData, PartyLeader } from './messages.ts'

/** How a connection that was open has ended. */
export interface Disconnect {
  readonly code: DisconnectCode
  /** In words: what the server gave as its reason, or ours. */
  readonly reason: string
  /** Whether the SDK is about to connect again by itself. */
  readonly willReconnect: boolean
}

/** Every event of a socket, by name, with what it carries. */
export type SocketEventMap = {
  party: Party
  partyPresence: PartyPresenceEvent
  partyJoinRequest: PartyJoinRequest
  partyLeader: PartyLeader
  partyData: PartyData
  partyClose: PartyClose
  partyUpdate: PartyUpdate
  partyMatchmakerTicket: PartyMatchmakerTicket
  matchmakerMatched: MatchmakerMatched
  statusPresence: StatusPresenceEvent
  notifications: Notifications
  streamData: StreamData
  streamPresence: StreamPresenceEvent
  partyRejoin: PartyRejoin
  statusRestored: Status
  transition: Transition
  disconnect: Disconnect
  error: PartyError
}

/** Name of an event. */
export type SocketEventName = keyof SocketEventMap

/** How to wait for one event: without a limit of time, unless `timeoutMs` says so. */
export interface OnceOptions<Payload = unknown> extends CallOptions {
  /** Which events count. Default all. */
  readonly where?: ((payload: Payload) => boolean) | undefined
}

/** How long to iterate over events. */
export interface EventsOptions {
  /** Ends the iteration. */
  readonly signal?: AbortSignal | undefined
}

/**
 * What a socket hears.
 *
 * Handlers run in the order in which they were registered, synchronously, one message after the other in the
 * order in which the server sent them; a handler that throws, or whose promise rejects, stops nobody else. They
 * stay registered over any number of connections until they are taken back.
 */
export class SocketEvents {
  readonly #emitter: Emitter<SocketEventMap>
  protected readonly settings: Settings

  protected constructor(settings: Settings) {
    this.settings = settings
    this.#emitter = new Emitter((event, cause) => this.handlerFailed(event, cause))
  }

  /** Calls the handler for every event of this name, until the function that is returned is called. */
  on<Name extends SocketEventName>(event: Name, handler: Handler<SocketEventMap[Name]>): Undo {
    return this.#emitter.on(event, handler)
  }

  /**
   * Waits for the next event of this name.
   *
   * Ends also with `timeout`, with `aborted`, and with `disconnected` when the connection ends for good first.
   */
  once<Name extends SocketEventName>(
    event: Name,
    options: OnceOptions<SocketEventMap[Name]> = {},
  ): Promise<SocketEventMap[Name]> {
    return this.waitFor({ operation: 'once' }, options, (waiting) => [
      this.on(event, (payload) => {
        if (options.where?.(payload) ?? true) waiting.resolve(payload)
      }),
    ])
  }

  /**
   * Iterates over the events of this name, from now on: `for await (const data of socket.events('partyData'))`.
   *
   * What arrives while the loop is busy waits its turn. The iteration ends when the loop is left, when the signal
   * is aborted, and when the connection ends for good.
   */
  events<Name extends SocketEventName>(
    event: Name,
    { signal }: EventsOptions = {},
  ): AsyncIterableIterator<SocketEventMap[Name]> {
    return eventStream(signal, (push, end) => [this.on(event, push), this.#onEnd(end)])
  }

  /**
   * The player is a member of a party now: an open one it joined, or a closed one whose leader let it in. The
   * creator hears it too, beside the answer to `createParty`. `label` is empty and `hidden` false here, whatever
   * they are: Nakama leaves them out.
   */
  onParty(handler: Handler<Party>): Undo {
    return this.on('party', handler)
  }

  /** Members came to a party or left it. A player who joins hears of itself too; one who leaves does not. */
  onPartyPresence(handler: Handler<PartyPresenceEvent>): Undo {
    return this.on('partyPresence', handler)
  }

  /** To the leader of a closed party: players ask to join. Answer with `acceptPartyMember` or `removePartyMember`. */
  onPartyJoinRequest(handler: Handler<PartyJoinRequest>): Undo {
    return this.on('partyJoinRequest', handler)
  }

  /** A party has a new leader: by promotion, or because the one before left. A new leader lists join requests. */
  onPartyLeader(handler: Handler<PartyLeader>): Undo {
    return this.on('partyLeader', handler)
  }

  /** Data from another member. See `decodeText` and `decodeJson`. The sender itself does not hear it. */
  onPartyData(handler: Handler<PartyData>): Undo {
    return this.on('partyData', handler)
  }

  /** A party has ended, or the player was removed from it. */
  onPartyClose(handler: Handler<PartyClose>): Undo {
    return this.on('partyClose', handler)
  }

  /** The leader has changed the label of a party, or whether it is open or hidden. */
  onPartyUpdate(handler: Handler<PartyUpdate>): Undo {
    return this.on('partyUpdate', handler)
  }

  /** To the members other than the leader: the party looks for a match. Its end is not announced. */
  onPartyMatchmakerTicket(handler: Handler<PartyMatchmakerTicket>): Undo {
    return this.on('partyMatchmakerTicket', handler)
  }

  /** A match was found, for the player's own ticket or the party's. */
  onMatchmakerMatched(handler: Handler<MatchmakerMatched>): Undo {
    return this.on('matchmakerMatched', handler)
  }

  /** Followed users, or the player itself, came online, went offline or changed their status. */
  onStatusPresence(handler: Handler<StatusPresenceEvent>): Undo {
    return this.on('statusPresence', handler)
  }

  /** Notifications for the player; also the last words before the server disconnects it (codes -7 and -8). */
  onNotifications(handler: Handler<Notifications>): Undo {
    return this.on('notifications', handler)
  }

  /** Data on a stream that server code has put the player on. */
  onStreamData(handler: Handler<StreamData>): Undo {
    return this.on('streamData', handler)
  }

  /** Players came to a stream or left it that server code has put the player on. */
  onStreamPresence(handler: Handler<StreamPresenceEvent>): Undo {
    return this.on('streamPresence', handler)
  }

  /**
   * The connection was made again, and this is what became of a party that the player was in: once for each, and
   * once more for each that let the player in only later.
   */
  onPartyRejoin(handler: Handler<PartyRejoin>): Undo {
    return this.on('partyRejoin', handler)
  }

  /**
   * The connection was made again, and those the player follows are followed again: these of them are online now,
   * the others are not. What they did meanwhile is not told.
   */
  onStatusRestored(handler: Handler<Status>): Undo {
    return this.on('statusRestored', handler)
  }

  /** Every step of the connection, in order: why it was taken, and whether the SDK is about to try again. */
  onTransition(handler: Handler<Transition>): Undo {
    return this.on('transition', handler)
  }

  /**
   * A connection that was open has ended, whoever ended it. With `willReconnect` it is about to be made again, and
   * a second `disconnect`, without, tells if that is given up: the last event of a connection is always one
   * without. An attempt of `connect` that fails is told by `connect` alone.
   */
  onDisconnect(handler: Handler<Disconnect>): Undo {
    return this.on('disconnect', handler)
  }

  /**
   * What belongs to no call: an error of the server without a request that waits for it (`operation` is unset), a
   * message that cannot be read (`malformed_message`), a handler of the game that failed (`handler_failed`).
   * The connection stays as it is.
   */
  onError(handler: Handler<PartyError>): Undo {
    return this.on('error', handler)
  }

  /**
   * Waits until what it begins to listen to resolves or rejects it, the time is up, the signal is aborted, or the
   * connection ends for good.
   */
  protected waitFor<T>(
    context: ErrorContext,
    options: CallOptions,
    listen: (waiting: Wait<T>) => Undo[],
  ): Promise<T> {
    const { clock } = this.settings
    return wait<T>({ clock }, options, context, (waiting) => {
      const undo = [...listen(waiting), this.#onEnd((why) => waiting.reject(disconnectedError(why)))]
      return () => {
        for (const takeBack of undo) takeBack()
      }
    })
  }

  /** The connection has ended, and is not made again. */
  #onEnd(handler: Handler<Disconnect>): Undo {
    return this.on('disconnect', (why) => why.willReconnect || handler(why))
  }

  protected emit<Name extends SocketEventName>(event: Name, payload: SocketEventMap[Name]): void {
    this.#emitter.emit(event, payload)
  }

  /** Hands a message of the server to the event of its name. What is no event has no handlers. */
  protected emitMessage({ case: kind, value }: EnvelopeMessage): void {
    const event = (kind.endsWith('Event') ? kind.slice(0, -5) : kind) as SocketEventName
    // The contract pairs each kind of message with the event that carries it, which the types cannot express.
    this.emit(event, value as never)
  }

  protected emitError(error: PartyError): void {
    if (this.#emitter.count('error') === 0) {
      this.settings.logger.warn('an error that nobody hears', error)
    }
    this.#emitter.emit('error', error)
  }

  /** A handler of the game has failed; what stands for the event is told with it. */
  protected handlerFailed(event: string, cause: unknown): void {
    const error = causedBy(cause, 'handler_failed', `${event}: `)
    this.settings.logger.error(error.message, cause)
    // A failing error handler would be told of itself, for ever.
    if (event !== 'error') this.#emitter.emit('error', error)
  }
}
