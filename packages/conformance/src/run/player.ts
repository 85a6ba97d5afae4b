import type { Clock } from '@party/protocol'
import type { CodecName, EventMessage, ServerAddress } from '../adapter/messages.ts'
import { ContractError, checkResult } from '../adapter/messages.ts'
import type { Program, Request } from '../adapter/program.ts'
import type { JsonObject } from '../files/json.ts'
import { type Call, type CallOutcome, outcomeOf } from './call.ts'
import type { Timeline } from './timeline.ts'

/** What a player has heard, and where that stands in the order of things. */
export interface HeardEvent {
  readonly name: string
  readonly value: JsonObject
  readonly at: number
}

/** What players have in common. */
export interface PlayerParts {
  readonly program: Program
  readonly timeline: Timeline
  /** Bounds how long a command may take; real time. */
  readonly clock: Clock
  readonly deadlineMs: number
}

/** One actor of a case, in the program under test. */
export class Player {
  readonly name: string
  /** The session it has on the server, as far as somebody knows. */
  sessionId: string | undefined
  /** What the program or the SDK has done that it must not do, whatever the case is about. */
  readonly faults: string[] = []
  readonly #parts: PlayerParts
  /** The actor's name in the program, which serves many cases. */
  readonly #actor: string
  #heard: HeardEvent[] = []
  #isConnected = false
  #isReachable = true
  #whenDisconnected: (() => void)[] = []

  constructor(name: string, actor: string, parts: PlayerParts) {
    this.name = name
    this.#actor = actor
    this.#parts = parts
    parts.program.addActor(actor, {
      onEvent: (event) => this.#hear(event),
      onFault: (message) => {
        if (!this.faults.includes(message)) this.faults.push(message)
      },
    })
  }

  /** What it has heard since it was last asked to forget. */
  get heard(): readonly HeardEvent[] {
    return this.#heard
  }

  forget(): void {
    this.#heard = []
  }

  /** Says that the server does not answer this player, so that nobody asks it whether it does. */
  set isReachable(value: boolean) {
    this.#isReachable = value
  }

  open(server: ServerAddress, codec: CodecName, reconnect: boolean): Promise<CallOutcome> {
    const actor = this.#actor
    return this.#command({ type: 'open', actor, server, codec, ...(reconnect && { reconnect }) }).done
  }

  /** Starts an operation. */
  call(name: string, operation: string, args: JsonObject, timeoutMs?: number): Call {
    const { timeline } = this.#parts
    timeline.add('call', this.name, operation, args)
    const settled = (outcome: CallOutcome): void => {
      call.outcome = checked(operation, outcome)
      const ended = `${operation} ${describe(call.outcome)}`
      call.settledAt = timeline.add('reply', this.name, ended, contentOf(call.outcome))
      if (operation === 'connect' && outcome.kind === 'result') this.#connected()
    }
    const { id, done } = this.#command(
      {
        type: 'call',
        actor: this.#actor,
        operation,
        arguments: args,
        ...(timeoutMs !== undefined && { timeoutMs }),
      },
      settled,
    )
    const settledAt = Number.POSITIVE_INFINITY
    const call: Call = { name, actor: this.name, operation, id, outcome: undefined, settledAt, done }
    if (operation === 'disconnect') this.#disconnected()
    return call
  }

  async abort(call: Call): Promise<void> {
    this.#parts.timeline.add('call', this.name, `abort ${call.name}`)
    await this.#command({ type: 'abort', actor: this.#actor, call: call.id }).done
  }

  /**
   * Resolves when the server has handled what this player sent and the player has heard what the server had sent by
   * then; at once where there is no connection.
   */
  async barrier(): Promise<void> {
    if (!this.#isConnected || !this.#isReachable) return
    const disconnected = new Promise<undefined>((resolve) => {
      this.#whenDisconnected.push(() => resolve(undefined))
    })
    const { done } = this.#command({ type: 'barrier', actor: this.#actor })
    const outcome = await Promise.race([done, disconnected])
    // An error is as good: the connection has ended, and with it everything that was under way.
    if (outcome === undefined || outcome.kind === 'result' || outcome.kind === 'error') return
    this.faults.push(`a round trip to the server ended as ${outcome.kind}: ${outcome.message}`)
  }

  /** Leaves the program. */
  async close(): Promise<void> {
    await this.#command({ type: 'close', actor: this.#actor }).done
    this.#parts.program.removeActor(this.#actor)
  }

  #hear({ name, value }: EventMessage): void {
    const at = this.#parts.timeline.add('event', this.name, name, value)
    this.#heard.push({ name, value, at })
    if (name === 'disconnect') this.#disconnected()
    if (name !== 'reconnected') return
    this.#connected()
    this.sessionId = undefined
  }

  #connected(): void {
    this.#isConnected = true
    this.#isReachable = true
  }

  #disconnected(): void {
    this.#isConnected = false
    for (const resolve of this.#whenDisconnected.splice(0)) resolve()
  }

  /**
   * Sends a command. It is settled by its reply, or by having taken too long.
   *
   * @param onSettled is told at once; the promise some turns later
   */
  #command(
    request: Request,
    onSettled: (outcome: CallOutcome) => void = () => {},
  ): { readonly id: number; readonly done: Promise<CallOutcome> } {
    const { program, clock, deadlineMs } = this.#parts
    let settle: (outcome: CallOutcome) => void = () => {}
    const done = new Promise<CallOutcome>((resolve) => {
      let isSettled = false
      settle = (outcome) => {
        if (isSettled) return
        isSettled = true
        clock.clearTimeout(deadline)
        onSettled(outcome)
        resolve(outcome)
      }
      const message = `nothing came back within ${deadlineMs} ms`
      const deadline = clock.setTimeout(() => settle({ kind: 'hanging', message }), deadlineMs)
    })
    return { id: program.request(request, (reply) => settle(outcomeOf(reply))), done }
  }
}

/** A result of another shape than its operation has is the program's fault. */
function checked(operation: string, outcome: CallOutcome): CallOutcome {
  if (outcome.kind !== 'result') return outcome
  try {
    checkResult(operation, outcome.value)
    return outcome
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return { kind: 'fault', message: error.message }
  }
}

/** How a call has ended, in a word or two. */
export function describe(outcome: CallOutcome): string {
  if (outcome.kind === 'result') return ''
  return outcome.kind === 'error' ? `error ${outcome.code}` : `${outcome.kind}: ${outcome.message}`
}

function contentOf(outcome: CallOutcome): JsonObject | undefined {
  if (outcome.kind === 'result') return outcome.value ?? undefined
  return outcome.kind === 'error' ? { ...outcome.error } : undefined
}
