import type { Inspection } from '../control/inspect.ts'

/** Everything that the page shows beside the log, as it is at one moment. */
export interface InspectorState extends Inspection {
  /** The node's name. */
  readonly name: string
  /** Where players connect to. */
  readonly url: string
  /** Sessions that messages reach late, by id, with how many ms late. */
  readonly delays: Readonly<Record<string, number>>
}

/** What an entry of the log is: a message from a player, the two kinds of message to one, a connection's fate, HTTP. */
export type WireKind = 'request' | 'answer' | 'event' | 'connection' | 'http'

/** One thing that went over the wire. */
export interface WireEntry {
  /** Counts up from 1. */
  readonly id: number
  readonly atMs: number
  readonly kind: WireKind
  /** User name; empty where it is not known. */
  readonly player: string
  /** Empty for what belongs to no session. */
  readonly sessionId: string
  /** The envelope's case, the call, or what happened to the connection. */
  readonly name: string
  /** What ties an answer to its request; empty for an event. */
  readonly cid: string
  /** The whole message as JSON, or what else there is to say. */
  readonly text: string
  /** How many bytes went over the wire; 0 where there is nothing to count. */
  readonly bytes: number
}

/** Events of the live feed, by name. */
export interface FeedEvents {
  /** First, and after every interruption. */
  hello: { readonly state: InspectorState; readonly entries: readonly WireEntry[] }
  state: InspectorState
  entries: readonly WireEntry[]
}
