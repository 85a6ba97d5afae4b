import { ApiError } from '../api-error.ts'
import type { CallHook, HttpCallContext, HttpReplies, HttpRequests } from '../http/services.ts'
import type { Logger } from '../logger.ts'
import { HookError, type HookTable } from './hooks.ts'

/** Around calls over HTTP, by the name of the call: `authenticateCustom`, `listParties`, … */
export type HttpHooks = HookTable<HttpCallContext, HttpRequests, HttpReplies>

/** Puts the registered hooks around every call. A call without hooks goes straight on. */
export function callThrough(hooks: HttpHooks, logger: Logger): CallHook {
  return async (name, context, request, next) => {
    if (!hooks.has(name)) return next(request)
    const changed = await hooks.runBefore(name, context, request).catch((error: unknown) => {
      if (error instanceof HookError) throw new ApiError(error.grpcCode, error.message)
      throw ApiError.fromFunction(error)
    })
    if (changed === null) throw ApiError.notFound('Requested resource was not found.')
    const reply = await next(changed)
    await hooks.runAfter(name, context, changed, reply).catch((error: unknown) => {
      logger.error(`after hook of ${name} failed`, { error: String(error) })
    })
    return reply
  }
}
