import type { HttpOperation, Operation } from '@party/protocol'

/** What a fault can be aimed at: a call by its method's name, over the socket or over HTTP, or the handshake. */
export type FaultOperation = Operation | HttpOperation | 'connect'

/** Whom a fault is aimed at. */
export interface FaultTarget {
  /** User name of the player; everybody by default. */
  readonly player?: string | undefined
  /** Id of one session of a player who has several; all of them by default. */
  readonly sessionId?: string | undefined
}

/** What a fault is aimed at, and how often. */
export interface FaultAim extends FaultTarget {
  /** One call by its method's name, such as `createParty` or `listParties`, or `connect`; everything by default. */
  readonly operation?: FaultOperation | undefined
  /** How often it strikes before it lifts itself; until it is lifted by default. */
  readonly times?: number | undefined
}

/** Something that a fault may strike. */
export interface Occasion {
  readonly player: string
  readonly sessionId?: string | undefined
  /** Undefined for what is no call: an event, a ping of the WebSocket. */
  readonly operation?: FaultOperation | undefined
}

/** How a request is refused: with a code of the socket's errors or of gRPC, or from 100 with an HTTP status. */
export interface Refusal {
  readonly code: number
  readonly message: string
}

/** Every kind of fault that stays until it is lifted, with what it needs to know. */
export interface FaultSettings {
  refuseConnection: undefined
  refuseToken: undefined
  ignoreHandshake: undefined
  /** How long, in ms. */
  delay: () => number
  stopReading: undefined
  ignorePings: undefined
  refuseRequest: Refusal
  refuseCall: Refusal
  neverAnswer: { isHandled: boolean }
  duplicate: undefined
  answerLast: undefined
  drop: { isNoticed: boolean }
  close: { code: number; reason: string }
}

export type FaultKind = keyof FaultSettings

interface Rule<Kind extends FaultKind> {
  readonly kind: Kind
  readonly aim: FaultAim
  readonly setting: FaultSettings[Kind]
  left: number
  /** Called when the fault is lifted, for what it holds up meanwhile. */
  readonly held: Set<() => void>
}

type AnyRule = { [Kind in FaultKind]: Rule<Kind> }[FaultKind]

/** A fault has struck. */
export interface Strike<Kind extends FaultKind> {
  readonly setting: FaultSettings[Kind]
  /** Resolves when the fault is lifted by hand. One that has struck as often as it should holds on until then too. */
  lifted(): Promise<void>
}

/** The faults that are set, in the order of setting. */
export class FaultRules {
  readonly #rules = new Set<AnyRule>()
  /** Faults that hold something up, still set or not. */
  readonly #holding = new Set<AnyRule>()
  readonly #onChange = new Set<() => void>()

  get isEmpty(): boolean {
    return this.#rules.size === 0
  }

  /** Sets a fault. Returns what lifts it. */
  add<Kind extends FaultKind>(kind: Kind, aim: FaultAim, setting: FaultSettings[Kind]): () => void {
    const left = aim.times ?? Number.POSITIVE_INFINITY
    // Kind and setting belong together by the signature, which the union cannot show.
    const rule = { kind, aim, setting, left, held: new Set<() => void>() } as AnyRule
    this.#rules.add(rule)
    this.#changed()
    return () => {
      this.#delete(rule)
      this.#release(rule)
    }
  }

  /** Whether a fault of this kind would strike. */
  has(kind: FaultKind, occasion: Occasion): boolean {
    return this.#find(kind, occasion) !== undefined
  }

  /** Lets the oldest fitting fault of this kind strike; undefined when there is none. */
  take<Kind extends FaultKind>(kind: Kind, occasion: Occasion): Strike<Kind> | undefined {
    const rule = this.#find(kind, occasion)
    if (rule === undefined) return undefined
    rule.left--
    if (rule.left <= 0) this.#delete(rule)
    return { setting: rule.setting as FaultSettings[Kind], lifted: () => this.#lifted(rule) }
  }

  /** Lifts every fault. */
  clear(): void {
    this.#rules.clear()
    this.#changed()
    for (const rule of [...this.#holding]) this.#release(rule)
  }

  /** Calls back whenever a fault is set or lifted. Returns its own undo. */
  onChange(handler: () => void): () => void {
    this.#onChange.add(handler)
    return () => this.#onChange.delete(handler)
  }

  #find(kind: FaultKind, occasion: Occasion): AnyRule | undefined {
    for (const rule of this.#rules) if (rule.kind === kind && fits(rule.aim, occasion)) return rule
    return undefined
  }

  #delete(rule: AnyRule): void {
    if (this.#rules.delete(rule)) this.#changed()
  }

  #lifted(rule: AnyRule): Promise<void> {
    this.#holding.add(rule)
    return new Promise((resolve) => rule.held.add(resolve))
  }

  #release(rule: AnyRule): void {
    this.#holding.delete(rule)
    for (const resolve of rule.held) resolve()
    rule.held.clear()
  }

  #changed(): void {
    for (const handler of [...this.#onChange]) handler()
  }
}

function fits({ player, sessionId, operation }: FaultAim, occasion: Occasion): boolean {
  return (
    (player === undefined || player === occasion.player) &&
    (sessionId === undefined || sessionId === occasion.sessionId) &&
    (operation === undefined || operation === occasion.operation)
  )
}
