import { type Clock, type EnvelopeCase, type Operation, operations, type TimerHandle } from '@party/protocol'
import type { Admitted } from '../../session/admission.ts'
import type { Connection, OutgoingFrame, Peer } from '../../session/connection.ts'
import type { Session } from '../../session/session.ts'
import type { FaultRules, Occasion } from './rules.ts'

/** What faults have in store for a request: for its answer, and for the events that come along with it. */
interface Treatment {
  readonly delayMs: number
  readonly isDoubled: boolean
  readonly isAnswerLast: boolean
  readonly isAnswerLost: boolean
}

const untouched: Treatment = { delayMs: 0, isDoubled: false, isAnswerLast: false, isAnswerLost: false }

/** Something on its way to the player. */
interface Outgoing {
  /** When it may arrive, in ms since the Unix epoch. */
  readonly at: number
  deliver(): void
}

export interface LineParts {
  readonly connection: Connection
  readonly admitted: Admitted
  readonly clock: Clock
  readonly rules: FaultRules
  /** The line is over, for the session and for the host. */
  ended(line: Line): void
}

/**
 * A line with faults on it: to the session it is the connection, to the host the session. While no fault is set it
 * passes everything on as it is.
 */
export class Line implements Connection, Peer {
  readonly #parts: LineParts
  #session: Session | undefined
  /** Held up on the way to the player, in order, because a WebSocket never changes it. */
  readonly #outgoing: Outgoing[] = []
  #timer: TimerHandle | undefined
  #isStalled = false
  /** The host's end is gone and the session does not know. */
  #isCutUnnoticed = false
  #isOver = false
  /** Requests that are not answered yet, by `cid`. */
  readonly #treatments = new Map<string, Treatment>()
  /** The request that is being handled right now: what is sent meanwhile comes of it. */
  #handling: Treatment | undefined

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  /** Gives the line its session, once there is one. */
  attach(session: Session): void {
    this.#session = session
    this.refresh()
  }

  get player(): string {
    return this.#parts.admitted.identity.username
  }

  get userId(): string {
    return this.#parts.admitted.identity.userId
  }

  get sessionId(): string {
    return this.#session?.id ?? ''
  }

  /** Looks anew whether the player reads. */
  refresh(): void {
    this.#isStalled = this.#parts.rules.has('stopReading', this.#occasion())
    this.#pump()
  }

  /** Breaks the line without a close frame. The session hears of it, or goes on as if nothing had happened. */
  drop(isNoticed: boolean): void {
    this.#isCutUnnoticed = !isNoticed
    if (isNoticed) this.#session?.terminate()
    else this.#breakLine()
  }

  /** Has the server close the line. */
  closeWith(code: number, reason: string): void {
    this.#session?.close(code, reason)
  }

  /** Sends a frame that no session has written. */
  inject(data: OutgoingFrame['data']): void {
    this.#push(() => this.#parts.connection.send({ data }), 0)
  }

  // What the host tells.

  receive(frame: string | Uint8Array): void {
    const session = this.#session
    if (session === undefined || this.#isCutUnnoticed) return
    const { rules } = this.#parts
    if (rules.isEmpty) return session.receive(frame)
    const { cid, operation } = this.#describe(frame)
    const occasion = this.#occasion(operation)
    const drop = rules.take('drop', occasion)
    if (drop !== undefined) return this.drop(drop.setting.isNoticed)
    const close = rules.take('close', occasion)
    if (close !== undefined) return this.closeWith(close.setting.code, close.setting.reason)
    const silence = rules.take('neverAnswer', occasion)
    if (silence?.setting.isHandled === false) return
    const refusal = silence === undefined ? rules.take('refuseRequest', occasion) : undefined
    const treatment = {
      delayMs: rules.take('delay', occasion)?.setting() ?? 0,
      isDoubled: rules.take('duplicate', occasion) !== undefined,
      isAnswerLast: rules.take('answerLast', occasion) !== undefined,
      isAnswerLost: silence !== undefined,
    }
    if (cid !== '') this.#treatments.set(cid, treatment)
    this.#handling = treatment
    if (refusal === undefined) session.receive(frame)
    else session.refuse(cid, refusal.setting.code, refusal.setting.message)
    this.#handling = undefined
  }

  pong(): void {
    if (!this.#isCutUnnoticed) this.#session?.pong()
  }

  lineClosed(): void {
    this.#clear()
    if (this.#isCutUnnoticed) return
    this.#session?.lineClosed()
    this.#end()
  }

  // What the session wants sent.

  get backlog(): number {
    return this.#parts.connection.backlog + (this.#isStalled ? this.#outgoing.length : 0)
  }

  send(frame: OutgoingFrame): void {
    if (this.#isCutUnnoticed) return
    const isUntouched = this.#treatments.size === 0 && this.#handling === undefined
    if (this.#parts.rules.isEmpty && isUntouched) return this.#push(() => this.#write(frame), 0)
    const { cid } = this.#describe(frame.data)
    const isAnswer = this.#treatments.has(cid)
    const treatment = (isAnswer ? this.#treatments.get(cid) : this.#handling) ?? this.#treatEvent()
    if (isAnswer) this.#treatments.delete(cid)
    if (isAnswer && treatment.isAnswerLost) return
    const push = (): void => {
      for (let copies = treatment.isDoubled ? 2 : 1; copies > 0; copies--) {
        this.#push(() => this.#write(frame), treatment.delayMs)
      }
    }
    // The events that a request causes are sent in the same turn, right behind its answer.
    if (isAnswer && treatment.isAnswerLast) void Promise.resolve().then(push)
    else push()
  }

  ping(): void {
    if (this.#isStalled || this.#parts.rules.take('ignorePings', this.#occasion()) !== undefined) return
    this.#parts.connection.ping()
  }

  close(code: number, reason: string): void {
    this.#push(() => this.#parts.connection.close(code, reason), 0)
    if (this.#isCutUnnoticed) this.#end()
  }

  terminate(): void {
    this.#breakLine()
    if (this.#isCutUnnoticed) this.#end()
  }

  pause(): void {
    this.#parts.connection.pause()
  }

  resume(): void {
    this.#parts.connection.resume()
  }

  /** Lets everything that is held up arrive at once. */
  flush(): void {
    for (const outgoing of this.#outgoing.splice(0)) outgoing.deliver()
    this.#clear()
  }

  #breakLine(): void {
    this.#clear()
    this.#parts.connection.terminate()
  }

  #write(frame: OutgoingFrame): void {
    this.#parts.connection.send(frame)
  }

  #treatEvent(): Treatment {
    const { rules } = this.#parts
    const occasion = this.#occasion()
    const delayMs = rules.take('delay', occasion)?.setting() ?? 0
    const isDoubled = rules.take('duplicate', occasion) !== undefined
    return { ...untouched, delayMs, isDoubled }
  }

  #push(deliver: () => void, delayMs: number): void {
    const last = this.#outgoing.at(-1)
    if (last === undefined && delayMs === 0 && !this.#isStalled) return deliver()
    this.#outgoing.push({ at: Math.max(this.#parts.clock.now() + delayMs, last?.at ?? 0), deliver })
    this.#pump()
  }

  #pump(): void {
    const { clock } = this.#parts
    if (this.#timer !== undefined) clock.clearTimeout(this.#timer)
    this.#timer = undefined
    while (!this.#isStalled) {
      const [head] = this.#outgoing
      if (head === undefined) return
      if (head.at > clock.now()) {
        this.#timer = clock.setTimeout(() => this.#pump(), head.at - clock.now())
        return
      }
      this.#outgoing.shift()
      head.deliver()
    }
  }

  #clear(): void {
    this.#outgoing.length = 0
    this.#pump()
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#clear()
    this.#parts.ended(this)
  }

  #occasion(operation?: Operation): Occasion {
    return { player: this.player, sessionId: this.sessionId, operation }
  }

  /** What a frame is, as far as it can be read. */
  #describe(frame: string | Uint8Array): { cid: string; operation: Operation | undefined } {
    try {
      const { cid, message } = this.#parts.admitted.codec.decode(frame)
      return { cid, operation: message && operationOf(message.case) }
    } catch {
      return { cid: '', operation: undefined }
    }
  }
}

function operationOf(request: EnvelopeCase): Operation | undefined {
  const names = Object.keys(operations) as Operation[]
  return names.find((name) => operations[name].request === request)
}
