import type { JsonObject } from '../files/json.ts'
import { definition, problemsOf } from './schema.ts'

/** How a client's messages travel between it and the server. */
export type CodecName = 'json' | 'protobuf'

/** Where a server is, as a program under test is told. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly ssl: boolean
  readonly serverKey: string
}

// The messages of adapter.schema.json. Its descriptions say what each means; they are not repeated here.

/** What an adapter says first. */
export interface Hello {
  readonly type: 'hello'
  readonly contract: 1
  readonly name: string
  readonly version: string
  readonly language: string
  readonly features: readonly string[]
}

export type Command =
  | (ForActor<'open'> & {
      readonly server: ServerAddress
      readonly codec: CodecName
      readonly reconnect?: boolean
    })
  | (ForActor<'call'> & {
      readonly operation: string
      readonly arguments: JsonObject
      readonly timeoutMs?: number
    })
  | (ForActor<'abort'> & { readonly call: number })
  | ForActor<'barrier'>
  | ForActor<'close'>

interface ForActor<Type extends string> {
  readonly type: Type
  readonly id: number
  readonly actor: string
}

/** How a command ended. Four outcomes that are never merged. */
export type Reply =
  | { readonly type: 'result'; readonly id: number; readonly value?: JsonObject | null }
  | ({ readonly type: 'error'; readonly id: number } & CallError)
  | { readonly type: 'unsupported'; readonly id: number; readonly reason: string }
  | { readonly type: 'fault'; readonly id: number; readonly message: string }

/** What an SDK says of a call that failed. */
export interface CallError {
  readonly code?: string
  readonly message: string
  readonly realtimeCode?: number
  readonly httpStatus?: number
  readonly grpcCode?: number
}

export interface EventMessage {
  readonly type: 'event'
  readonly actor: string
  readonly seq: number
  readonly name: string
  readonly value: JsonObject
}

/** Whatever a program may say. */
export type ProgramMessage = Hello | Reply | EventMessage

/** A program has said something that the contract does not know. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/**
 * Takes a message of a program for what the contract says it is.
 *
 * @throws {ContractError} naming everything that is wrong with it.
 */
export function readProgramMessage(value: unknown): ProgramMessage {
  demand(value, 'fromProgram')
  const message = value as ProgramMessage
  if (message.type === 'event')
    demand(message.value, `events/${message.name}`, `value of the event ${message.name}`)
  return message
}

/**
 * Makes sure that a result is of the shape its operation has.
 *
 * @throws {ContractError}
 */
export function checkResult(operation: string, value: JsonObject | null | undefined): void {
  const path = `results/${operation}`
  if (value !== null && value !== undefined && definition(path) !== undefined) {
    demand(value, path, `result of ${operation}`)
  }
}

function demand(value: unknown, path: string, at = ''): void {
  const schema = definition(path)
  const problems = schema === undefined ? [`${path} is not defined`] : problemsOf(value, schema, at)
  if (problems.length > 0) throw new ContractError(problems.join('; '))
}
