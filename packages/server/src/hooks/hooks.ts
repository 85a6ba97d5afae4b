import type { Envelope, EnvelopeMessage } from '@party/protocol'

type MaybePromise<T> = T | Promise<T>

/**
 * What a before hook may do with a request: return it, changed or not, or nothing to let it pass as it is;
 * return `null` to act as if the server did not have the operation; throw a {@link HookError} to refuse it.
 */
export type BeforeHook<Context, Request> = (
  context: Context,
  request: Request,
) => MaybePromise<Request | null | undefined>

/** Sees a request that succeeded and its result. What it throws is logged and changes nothing any more. */
export type AfterHook<Context, Request, Result> = (
  context: Context,
  request: Request,
  result: Result,
) => MaybePromise<void>

/** A refusal by a hook: its text reaches the client. */
export class HookError extends Error {
  /**
   * The gRPC status an HTTP caller gets, which gives the HTTP status; 13 (500) by default, 7 is 403. On a socket
   * every refusal by a hook has realtime code 7.
   */
  readonly grpcCode: number

  constructor(message: string, grpcCode = 13) {
    super(message)
    this.name = 'HookError'
    this.grpcCode = grpcCode
  }
}

/** Who sent a message on a socket. */
export interface RealtimeContext {
  readonly userId: string
  readonly username: string
  readonly sessionId: string
  readonly vars: Readonly<Record<string, string>>
  readonly lang: string
}

/** Each message by its name in the envelope. */
export type RealtimeMessages = { [Message in EnvelopeMessage as Message['case']]: Message['value'] }

/** Hooks of different operations in one table: which request belongs to which is known by the name alone. */
type ErasedBefore<Context> = (context: Context, request: unknown) => MaybePromise<unknown>
type ErasedAfter<Context> = (context: Context, request: unknown, result: unknown) => MaybePromise<void>

/** Before and after hooks around operations of one kind, by operation name. */
export class HookTable<Context, Requests, Results extends Record<keyof Requests, unknown>> {
  readonly #before = new Map<keyof Requests, Set<ErasedBefore<Context>>>()
  readonly #after = new Map<keyof Requests, Set<ErasedAfter<Context>>>()

  /** Runs before the operation, in the order of registration. Returns its own undo. */
  before<Name extends keyof Requests>(name: Name, hook: BeforeHook<Context, Requests[Name]>): () => void {
    return register(this.#before, name, hook as ErasedBefore<Context>)
  }

  /** Runs after the operation succeeded, in the order of registration. Returns its own undo. */
  after<Name extends keyof Requests>(
    name: Name,
    hook: AfterHook<Context, Requests[Name], Results[Name]>,
  ): () => void {
    return register(this.#after, name, hook as ErasedAfter<Context>)
  }

  /** Whether anything is registered for an operation, so that one without hooks costs nothing. */
  has(name: keyof Requests): boolean {
    return this.#before.has(name) || this.#after.has(name)
  }

  /** The request as the before hooks leave it, or null when one of them disabled the operation. */
  async runBefore<Name extends keyof Requests>(
    name: Name,
    context: Context,
    request: Requests[Name],
  ): Promise<Requests[Name] | null> {
    let current = request
    for (const hook of this.#before.get(name) ?? []) {
      const result = await hook(context, current)
      if (result === null) return null
      if (result !== undefined) current = result as Requests[Name]
    }
    return current
  }

  async runAfter<Name extends keyof Requests>(
    name: Name,
    context: Context,
    request: Requests[Name],
    result: Results[Name],
  ): Promise<void> {
    for (const hook of this.#after.get(name) ?? []) {
      await hook(context, request, result)
    }
  }
}

/** Around messages on a socket. The result of an operation is the envelope it was answered with. */
export type RealtimeHooks = HookTable<
  RealtimeContext,
  RealtimeMessages,
  Record<keyof RealtimeMessages, Envelope>
>

function register<Name, Hook>(table: Map<Name, Set<Hook>>, name: Name, hook: Hook): () => void {
  const hooks = table.get(name) ?? new Set()
  hooks.add(hook)
  table.set(name, hooks)
  return () => {
    hooks.delete(hook)
    if (hooks.size === 0 && table.get(name) === hooks) table.delete(name)
  }
}
