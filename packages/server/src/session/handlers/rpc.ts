import { createRpc, RealtimeErrorCode } from '@party/protocol'
import type { RpcRegistry } from '../../rpc/rpc.ts'
import type { Handlers } from '../request.ts'

/** What calling a function of the game's own backend needs of the server. */
export interface RpcServices {
  readonly rpc: RpcRegistry
}

const noQuery = Object.freeze({})

/** RPC over a socket: the session's next requests wait until the function has returned, as on Nakama. */
export function rpcHandlers({ rpc }: RpcServices): Handlers {
  return {
    async rpc(request, { id, payload }) {
      if (id === '') return request.refuse('RPC ID must be set')
      const { session } = request
      const context = { user: session.identity, sessionId: session.id, query: noQuery }
      const outcome = await rpc.call(id, context, payload)
      switch (outcome.kind) {
        case 'result':
          return request.answer({ case: 'rpc', value: createRpc({ id, payload: outcome.payload }) })
        case 'notFound':
          return request.refuse('RPC function not found', RealtimeErrorCode.runtimeFunctionNotFound)
        case 'error':
          return request.refuse(outcome.error.message, RealtimeErrorCode.runtimeFunctionException)
      }
    },
  }
}
