import type { Json, JsonObject } from '../files/json.ts'

/** What a server was told before it was recorded, under Nakama's option names. */
export type ServerSettings = JsonObject

/** One file of recordings: what clients did to a server, and what each of them received. */
export interface Recording {
  /** The file's name without its ending, such as `join`. */
  readonly name: string
  /** The server that was recorded, such as `Nakama 3.40.0`. */
  readonly recorded: string
  readonly config: ServerSettings
  readonly scenarios: readonly Scenario[]
}

/** A short story: some clients, and what they do one after the other. */
export interface Scenario {
  readonly name: string
  /** Symbols of each client's account: a client that signs in as another shares that one's user and name. */
  readonly accounts: ReadonlyMap<string, string>
  /** The first step opens the clients' sockets; a scenario without clients has a first step that does nothing. */
  readonly steps: readonly Step[]
}

/** One action, and every outcome the recorded server was seen to give it. */
export interface Step {
  /** What a report calls the step: its note, or the action in brief. */
  readonly title: string
  readonly action: Action
  /** Time that passes after the action whatever arrives, in ms of the server's clock. */
  readonly waitMs: number
  /** Time the outcome may take to be complete, in ms of the server's clock. */
  readonly withinMs: number
  readonly outcomes: readonly Outcome[]
}

/** What a client, or somebody beside them, does. */
export type Action =
  /** Every client authenticates and connects, in this order. */
  | { readonly kind: 'open'; readonly clients: readonly string[] }
  /** A client authenticates by custom id, as itself or with another client's account. */
  | { readonly kind: 'authenticate'; readonly client: string; readonly account: string }
  | { readonly kind: 'connect'; readonly client: string; readonly query: JsonObject }
  | { readonly kind: 'send'; readonly client: string; readonly frame: JsonObject }
  /** Sends a text frame as it stands, JSON or not. */
  | { readonly kind: 'text'; readonly client: string; readonly text: string }
  /** Closes a client's socket. */
  | { readonly kind: 'drop'; readonly client: string }
  | ({ readonly kind: 'http' } & HttpAction)
  | { readonly kind: 'wait' }

export interface HttpAction {
  readonly method: string
  /** Path and query, not encoded further. */
  readonly path: string
  /** User name of HTTP Basic, where a server key belongs. */
  readonly key: string | undefined
  /** Bearer token. */
  readonly token: string | undefined
  /** A string is sent as it stands, anything else as JSON. */
  readonly body: Json | undefined
}

/** What each client received in one step, in order. The answer to an HTTP request stands under `http`. */
export type Outcome = Readonly<Record<string, readonly Received[]>>

/**
 * One thing a client received: a frame as an object, `'closed'` when its socket ended, `'refused'` when it could
 * not connect, or for HTTP `{ status, body }`.
 */
export type Received = JsonObject | 'closed' | 'refused'

/** The pseudo-client that receives the answers to HTTP requests. */
export const httpClient = 'http'
