import type { PartyList } from '@party/protocol'
import type { ListPartiesOptions, PartyClient } from '../client.ts'
import { PartyError } from '../error.ts'
import type { PartyClientOptions } from '../settings.ts'
import { BareSocket } from './bare-socket.ts'

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
  readonly #client: Pick<PartyClient, 'listParties'>

  /**
   * Made by `PartyClient.createSocket`.
   *
   * @internal
   */
  constructor(options: PartyClientOptions, client: Pick<PartyClient, 'listParties'>) {
    super(options)
    this.#client = client
  }

  /**
   * `PartyClient.listParties` with the session of this socket. It goes over HTTP.
   *
   * Ends also with `unauthenticated`, `network_error`, `invalid_limit`, `list_failed`.
   */
  async listParties(options?: ListPartiesOptions): Promise<PartyList> {
    if (!this.session) throw PartyError.notConnected(this.state, { operation: 'listParties' })
    return this.#client.listParties(this.session, options)
  }
}
