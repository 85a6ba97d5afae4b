import type { ServerConfig } from '../config.ts'
import type { Admission, Admitted } from '../session/admission.ts'
import type { Connection, Peer } from '../session/connection.ts'

/** What a host brings requests and connections to: a `PartyServer`, or one with something put in front of it. */
export interface Endpoint {
  readonly config: Pick<ServerConfig, 'socket'>
  /** Answers one HTTP request. Never rejects; `Response.error()` means to hang up without an answer. */
  fetch(request: Request): Promise<Response>
  /**
   * Judges a WebSocket handshake. A host that gets a refusal answers with its response, of which `Response.error()`
   * means to hang up without an answer.
   */
  admit(url: URL, authorization: string | null): Promise<Admission>
  /** Opens the server's end of an admitted connection. The host tells it of frames, pongs and the line's end. */
  accept(connection: Connection, admitted: Admitted): Peer
  /** Ends every session and clears every timer. */
  close(): Promise<void>
}
