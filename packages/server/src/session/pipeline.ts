import {
  closeCodes,
  closeReasons,
  type Envelope,
  type EnvelopeMessage,
  RealtimeErrorCode,
} from '@party/protocol'
import type { RealtimeContext, RealtimeHooks } from '../hooks/hooks.ts'
import type { Logger } from '../logger.ts'
import { type Handlers, Request } from './request.ts'
import type { Session } from './session.ts'

/**
 * Takes a decoded message to its handler, through the hooks registered for it. Without hooks, and unless the
 * handler itself has to wait, this happens at once and without a promise.
 */
export class Pipeline {
  readonly #handlers: Handlers
  readonly #hooks: RealtimeHooks
  readonly #logger: Logger

  constructor(handlers: Handlers, hooks: RealtimeHooks, logger: Logger) {
    this.#handlers = handlers
    this.#hooks = hooks
    this.#logger = logger
  }

  handle(session: Session, envelope: Envelope): void | Promise<void> {
    const { cid, message } = envelope
    const request = new Request(session, cid)
    if (message === undefined) {
      request.refuse('Missing message.', RealtimeErrorCode.missingPayload)
      return session.close(closeCodes.normal, closeReasons.processingFailed)
    }
    if (this.#handlers[message.case] === undefined) {
      request.refuse('Unrecognized message.', RealtimeErrorCode.unrecognizedPayload)
      return session.close(closeCodes.normal, closeReasons.processingFailed)
    }
    try {
      const pending = this.#hooks.has(message.case)
        ? this.#runWithHooks(request, message)
        : this.#run(request, message)
      return pending?.catch((error: unknown) => this.#failed(request, message, error))
    } catch (error) {
      this.#failed(request, message, error)
    }
  }

  #run(request: Request, message: EnvelopeMessage): void | Promise<void> {
    // The table pairs each case with its own value type, which a call by variable case cannot show.
    const handler = this.#handlers[message.case] as (request: Request, value: unknown) => void | Promise<void>
    return handler(request, message.value)
  }

  async #runWithHooks(request: Request, message: EnvelopeMessage): Promise<void> {
    const { session } = request
    const context = contextOf(session)
    let value: EnvelopeMessage['value'] | null
    try {
      value = await this.#hooks.runBefore(message.case, context, message.value)
    } catch (error) {
      return request.refuse(textOf(error), RealtimeErrorCode.runtimeFunctionException)
    }
    if (!session.isOpen) return
    if (value === null) {
      request.refuse('Requested resource was not found.', RealtimeErrorCode.unrecognizedPayload)
      return session.close(closeCodes.normal, closeReasons.processingFailed)
    }
    await this.#run(request, { case: message.case, value } as EnvelopeMessage)
    if (request.reply === undefined) return
    try {
      await this.#hooks.runAfter(message.case, context, value, request.reply)
    } catch (error) {
      this.#logger.error(`after hook of ${message.case} failed`, { error: textOf(error) })
    }
  }

  /** A defect of the server or of a store behind it; the client must not wait for ever because of it. */
  #failed(request: Request, message: EnvelopeMessage, error: unknown): void {
    this.#logger.error(`${message.case} failed`, { error: textOf(error) })
    request.refuse('Internal error.', RealtimeErrorCode.runtimeException)
  }
}

function contextOf(session: Session): RealtimeContext {
  const { userId, username, vars } = session.identity
  return { userId, username, vars, sessionId: session.id, lang: session.lang }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
