import type { Json, JsonObject } from '../files/json.ts'
import type { ControlName } from '../servers/server-under-test.ts'

/** One thing that any client does with any server, and what has to come of it. */
export interface Case {
  /** The file's name and the case's own, such as `join/open-party`. Never changes. */
  readonly id: string
  /** The file's name: `join`. */
  readonly capability: string
  /** What breaks for a game when this fails, in one line. */
  readonly why: string
  readonly tags: readonly string[]
  /** Features of adapter.schema.json that a client has to have, those included that the steps make use of. */
  readonly needs: readonly string[]
  /** Encodings in which the case can be played. */
  readonly codecs: readonly ('json' | 'protobuf')[]
  /** Why only a server that is controlled will do; empty when any will. */
  readonly control: readonly string[]
  /** Configuration of the server, under Nakama's option names, over its defaults. */
  readonly server: JsonObject
  readonly actors: readonly ActorSetup[]
  readonly given: readonly GivenParty[]
  readonly steps: readonly Step[]
}

/** Who takes part, and how far they are when the first step begins. */
export interface ActorSetup {
  readonly name: string
  /** Whose account it has: its own, or that of an actor before it. */
  readonly account: string
  readonly until: 'opened' | 'authenticated' | 'connected'
  readonly appearOnline: boolean
  /** Whether its SDK is to connect again by itself. */
  readonly reconnect: boolean
  /** True for an address where nobody listens. */
  readonly isNowhere: boolean
  /** True for a server key that is not the server's. */
  readonly hasWrongKey: boolean
}

/** A party that is there when the first step begins. */
export interface GivenParty {
  /** The symbol of its id, `party` for `<party>`. */
  readonly symbol: string
  readonly leader: string
  /** In the order in which they joined. */
  readonly members: readonly string[]
  /** Who has asked to join, in that order. Only a closed party has such. */
  readonly waiting: readonly string[]
  readonly arguments: JsonObject
}

/** What happens at one time, and every outcome that will do. */
export interface Step {
  readonly title: string
  /** Begun one directly after the other, in this order. */
  readonly actions: readonly Action[]
  /** Time of the server's that passes afterwards whatever comes, in ms. */
  readonly waitMs: number
  /** Time of the server's that the outcome may take to be complete, in ms. */
  readonly withinMs: number
  /** Real time that the client may take for what it does by itself, in ms. */
  readonly patienceMs: number
  readonly outcomes: readonly Outcome[]
}

export type Action =
  | CallAction
  | { readonly kind: 'abort'; readonly call: string }
  /** Time passes for a server whose clock is ours, in ms. */
  | { readonly kind: 'advance'; readonly ms: number }
  | {
      readonly kind: 'control'
      readonly name: ControlName
      readonly actor: string
      readonly arguments: JsonObject
    }

export interface CallAction {
  readonly kind: 'call'
  readonly actor: string
  readonly operation: string
  readonly arguments: JsonObject
  /** What outcomes call it. */
  readonly name: string
  /** A limit for the call that the SDK is given, in ms. */
  readonly timeoutMs: number | undefined
  /** Whether the step ends without waiting for it; a later one says how it was settled. */
  readonly isPending: boolean
}

/** What each call led to, and what each actor heard. An actor that is not named heard nothing. */
export interface Outcome {
  readonly calls: ReadonlyMap<string, CallExpectation>
  /** `any` where it does not matter what somebody, or anybody, heard. */
  readonly events: ReadonlyMap<string, readonly EventExpectation[] | 'any'> | 'any'
  /** Frames of an actor, in order, but for pings. A direction that is not given does not matter. */
  readonly frames: ReadonlyMap<string, FrameExpectation>
  /** What a controlled server holds afterwards. */
  readonly inspect: Json | undefined
}

export type CallExpectation =
  | {
      readonly kind: 'result'
      /** Undefined for anything. */
      readonly value: Json | undefined
      /** Whether everything the caller hears in this step has to come before the answer. */
      readonly isLast: boolean
    }
  | {
      readonly kind: 'error'
      /** Any of these stable codes. A client may refuse what a server would. */
      readonly codes: readonly string[]
      /** What else the error says. */
      readonly details: Json | undefined
    }
  /** With a result or an error: either will do, as long as it ends. */
  | { readonly kind: 'any' }

export interface EventExpectation {
  readonly name: string
  readonly value: Json
  /** True for what some servers send and others do not. */
  readonly isOptional: boolean
}

export interface FrameExpectation {
  readonly sends: readonly Json[] | undefined
  readonly receives: readonly Json[] | undefined
}
