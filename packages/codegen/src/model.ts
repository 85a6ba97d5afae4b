/**
 * The contract as every target sees it: what the `.proto` files and `errors.yaml` say, without descriptors and
 * without a word of any language. Names are those of the contract (`party_id`, `PartyCreate`); a target turns
 * them into its own.
 */

/** Everything an SDK's generated half is made from. */
export interface Contract {
  readonly messages: readonly Message[]
  readonly enums: readonly Enum[]
  readonly operations: readonly Operation[]
  readonly httpOperations: readonly HttpOperation[]
  readonly events: readonly Event[]
  readonly errors: readonly ErrorCode[]
}

export interface Message {
  readonly name: string
  readonly docs: string
  readonly fields: readonly Field[]
  readonly oneof: Oneof | undefined
}

export interface Field {
  readonly name: string
  readonly number: number
  readonly docs: string
  readonly type: FieldType
  /** Whether the field is a member of its message's oneof. */
  readonly inOneof: boolean
}

export type Scalar = 'string' | 'bool' | 'int32' | 'int64' | 'double' | 'bytes'

export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'wrapper'; readonly scalar: Scalar }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'message'; readonly message: string }
  /** Only what the contract has: a list of numbers would also need the packed form in binary. */
  | { readonly kind: 'list'; readonly item: ItemType }
  | { readonly kind: 'map'; readonly value: Scalar }

export type ItemType =
  | { readonly kind: 'scalar'; readonly scalar: 'string' }
  | { readonly kind: 'message'; readonly message: string }

/** Fields of which at most one is set. */
export interface Oneof {
  readonly name: string
  readonly docs: string
  /** Whether every member is a message, so that the oneof says what kind of message its owner carries. */
  readonly ofMessages: boolean
}

/** Named numbers. Nakama sends them as plain int32 fields, so that an unknown one can travel too. */
export interface Enum {
  /** Name with that of the message it belongs to: `RealtimeErrorCode`. */
  readonly name: string
  readonly docs: string
  readonly values: readonly EnumValue[]
}

export interface EnumValue {
  /** Name without the prefix of its enum, in lower case: `bad_input`. */
  readonly name: string
  readonly number: number
  readonly docs: string
}

/** A call over the socket. */
export interface Operation {
  readonly name: string
  readonly docs: string
  /** Codes of the errors it can end with, of those its documentation names. */
  readonly errors: readonly string[]
  readonly request: EnvelopeMember
  /** Undefined for a call that is answered with an empty envelope. */
  readonly reply: EnvelopeMember | undefined
}

/** A message of the envelope's oneof, by its field and its type. */
export interface EnvelopeMember {
  readonly field: string
  readonly message: string
}

/** A message that the server sends unasked. */
export interface Event {
  readonly handler: string
  readonly member: EnvelopeMember
  readonly docs: string
}

/** A call over HTTP. */
export interface HttpOperation {
  readonly name: string
  readonly docs: string
  /** Codes of the errors it can end with, of those its documentation names. */
  readonly errors: readonly string[]
  /** Undefined for a call without parameters. */
  readonly request: string | undefined
  /** Undefined for a call that returns nothing. */
  readonly reply: string | undefined
  readonly method: string
  readonly path: string
  readonly auth: HttpAuth
  /** Request field that is the body, `*` for the whole request, undefined for no body. */
  readonly body: string | undefined
  /** Request fields that go into the query string. */
  readonly query: readonly string[]
}

export type HttpAuth = 'server_key' | 'bearer' | 'bearer_or_http_key'

/** An error with its stable code and how a server's answer is recognised as it. */
export interface ErrorCode {
  readonly code: string
  readonly docs: string
  readonly realtime: readonly RealtimeMatch[]
  readonly http: readonly HttpMatch[]
}

/** Fits an `error` envelope with this number whose message begins like this; with any message when undefined. */
export interface RealtimeMatch {
  readonly code: number
  readonly message: string | undefined
}

/** Fits an HTTP answer with this gRPC code, or, when undefined, one without a gRPC code and with this status. */
export interface HttpMatch {
  readonly grpc: number | undefined
  readonly status: number
  readonly message: string | undefined
}
