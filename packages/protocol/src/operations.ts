import type { EnvelopeCase, MessageOf } from './envelope.ts'
import type { events } from './gen/events.ts'
import type { httpOperations } from './gen/http.ts'
import type { operations } from './gen/operations.ts'

/** Name of a call over the socket: `'createParty'`. */
export type Operation = keyof typeof operations

/** What a call over the socket sends: `RequestOf<'createParty'>` is `PartyCreate`. */
export type RequestOf<O extends Operation> = MessageOf<(typeof operations)[O]['request']>

/** What a call over the socket returns: `ReplyOf<'createParty'>` is `Party`; undefined for an empty reply. */
export type ReplyOf<O extends Operation> = (typeof operations)[O]['reply'] extends infer C
  ? C extends EnvelopeCase
    ? MessageOf<C>
    : undefined
  : never

/** Kind of a message that a server sends unasked: `'partyLeader'`. */
export type EventCase = keyof typeof events

/** Name of the handler of an event: `'onPartyLeader'`. */
export type EventHandlerName = (typeof events)[EventCase]

/** Name of a call over HTTP: `'listParties'`. */
export type HttpOperation = keyof typeof httpOperations
