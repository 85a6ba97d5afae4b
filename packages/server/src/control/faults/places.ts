import { httpOperations, operations } from '@party/protocol'
import type { FaultName } from './faults.ts'
import type { FaultKind, FaultOperation } from './rules.ts'

/** Where an operation happens: on an open line, over HTTP, or in the handshake between them. */
export type Place = 'socket' | 'http' | 'connect'

export const whereIs: Readonly<Record<Place, string>> = {
  socket: 'a call on an open connection',
  http: 'a call over HTTP',
  connect: 'the handshake',
}

/** By which name a game asks for each kind, and where it can strike. */
export const kinds: Readonly<
  Record<FaultKind, { readonly name: FaultName; readonly places: readonly Place[] }>
> = {
  refuseConnection: { name: 'refuseConnection', places: ['http', 'connect'] },
  refuseToken: { name: 'refuseToken', places: ['connect'] },
  ignoreHandshake: { name: 'ignoreHandshake', places: ['connect'] },
  delay: { name: 'delay', places: ['socket', 'http', 'connect'] },
  stopReading: { name: 'stopReading', places: ['socket'] },
  ignorePings: { name: 'ignorePings', places: ['socket'] },
  refuseRequest: { name: 'answerWith', places: ['socket'] },
  refuseCall: { name: 'answerWith', places: ['http'] },
  neverAnswer: { name: 'neverAnswer', places: ['socket', 'http'] },
  duplicate: { name: 'duplicate', places: ['socket'] },
  answerLast: { name: 'reorder', places: ['socket'] },
  drop: { name: 'drop', places: ['socket', 'http'] },
  close: { name: 'close', places: ['socket'] },
}

/** Undefined for no operation, which is everything. */
export function placeOf(operation: FaultOperation | undefined): Place | undefined {
  if (operation === undefined || operation === 'connect') return operation
  if (Object.hasOwn(operations, operation)) return 'socket'
  if (Object.hasOwn(httpOperations, operation)) return 'http'
  throw new RangeError(`there is no operation ${operation}`)
}
