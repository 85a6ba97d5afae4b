import { type ErrorCode, httpErrorOf, realtimeErrorOf } from '@party/protocol'
import type { OutgoingFrame } from '../../session/connection.ts'
import type { Line } from './line.ts'
import { kinds, placeOf, whereIs } from './places.ts'
import type { FaultAim, FaultKind, FaultRules, FaultSettings, FaultTarget, Refusal } from './rules.ts'

/** The name of every fault: what a host says when it cannot show one. */
export type FaultName = Exclude<keyof Faults, 'liftAll'>

/** Which faults a host cannot show, and why. */
export type FaultLimits = { readonly [Name in FaultName]?: string }

/** A fault that cannot be had: not on this host, not with these arguments, or with nobody there to suffer it. */
export class FaultError extends Error {
  /** The fault that was asked for. */
  readonly fault: FaultName

  constructor(fault: FaultName, why: string) {
    super(`${fault}: ${why}`)
    this.name = 'FaultError'
    this.fault = fault
  }
}

/** What the faults act on. */
export interface FaultScene {
  readonly rules: FaultRules
  /** A number from 0 up to 1. */
  random(): number
  /** Open lines, oldest first. */
  lines(): readonly Line[]
  kick(userId: string): void
  restart(): void
  /** Which faults cannot be shown. */
  readonly limits: FaultLimits
  /** Told of every fault that is set, and of what is done at once. */
  report(text: string): void
}

/** Takes a fault back. Calling it again does nothing. */
export type Undo = () => void

/**
 * What goes wrong on bad networks and on bad days, on demand.
 *
 * A fault is aimed at a player, an operation, both, or without an aim at everything. It strikes until the function
 * that set it is undone by what it returned, or as often as `times` says. Every method throws a {@link FaultError} for a
 * fault that the host cannot show.
 */
export class Faults {
  readonly #scene: FaultScene

  constructor(scene: FaultScene) {
    this.#scene = scene
  }

  /** The network refuses: handshakes and HTTP calls fail without an answer. */
  refuseConnection(aim: FaultAim = {}): Undo {
    return this.#set('refuseConnection', aim, undefined)
  }

  /** The server does not take the token of a handshake (HTTP 401), as if it had expired. */
  refuseToken(aim: FaultTarget & { readonly times?: number } = {}): Undo {
    return this.#set('refuseToken', aim, undefined)
  }

  /** A handshake is not answered until this is undone; then it goes on. */
  ignoreHandshake(aim: FaultTarget & { readonly times?: number } = {}): Undo {
    return this.#set('ignoreHandshake', aim, undefined)
  }

  /**
   * What the server sends arrives that many ms later: answers, events, handshakes, HTTP. With an operation only its
   * answer is late, and what is sent to that player behind it, since a WebSocket keeps the order.
   */
  delay(delayMs: number, aim: FaultAim = {}): Undo {
    if (!(delayMs >= 0)) throw new FaultError('delay', `a delay is 0 ms or more, not ${delayMs}`)
    return this.#set('delay', aim, () => delayMs, `${delayMs} ms`)
  }

  /** As {@link delay}, by a random time from 0 up to that many ms, drawn anew each time. */
  jitter(maxMs: number, aim: FaultAim = {}): Undo {
    if (!(maxMs >= 0)) throw new FaultError('jitter', `a delay is 0 ms or more, not ${maxMs}`)
    this.#check('jitter')
    return this.#set('delay', aim, () => Math.floor(this.#scene.random() * (maxMs + 1)), `0 to ${maxMs} ms`)
  }

  /**
   * Breaks the line without a close frame: now, or, with an operation, instead of handling it.
   *
   * @param aim with `unnoticed` the server goes on as if nothing had happened, until no pong comes. (A player who has
   *   lost the network is still a member to the others.)
   */
  drop(aim: FaultAim & { readonly unnoticed?: boolean } = {}): Undo {
    const isNoticed = aim.unnoticed !== true
    const details = isNoticed ? '' : 'unnoticed'
    if (aim.operation !== undefined) return this.#set('drop', aim, { isNoticed }, details)
    return this.#now('drop', aim, (line) => line.drop(isNoticed), details)
  }

  /** Has the server close the line with a code and a reason: now, or, with an operation, instead of handling it. */
  close(code: number, reason: string, aim: FaultAim = {}): Undo {
    if (!isCloseCode(code)) {
      throw new FaultError(
        'close',
        `${code} is no code that a close frame carries; drop() closes without one`,
      )
    }
    const details = `${code} ${reason}`.trim()
    if (aim.operation !== undefined) return this.#set('close', aim, { code, reason }, details)
    return this.#now('close', aim, (line) => line.closeWith(code, reason), details)
  }

  /** The player reads nothing any more, pings included. What the server sends piles up, and arrives when undone. */
  stopReading(target: FaultTarget = {}): Undo {
    return this.#set('stopReading', target, undefined)
  }

  /** The player does not answer the WebSocket's pings, so that after a while the server gives up on it. */
  ignorePings(target: FaultTarget = {}): Undo {
    return this.#set('ignorePings', target, undefined)
  }

  /**
   * A request is answered with an error instead of being handled: on the socket, unless an operation over HTTP is named.
   *
   * @param error a code of the SDK's errors, such as `party_full`, or the error as the server would send it: with the
   *   number and text of the socket's `error`, over HTTP with a gRPC code, or from 100 an HTTP status.
   */
  answerWith(error: ErrorCode | Refusal, aim: FaultAim = {}): Undo {
    const isCall = placeOf(aim.operation) === 'http'
    const refusal = typeof error === 'string' ? (isCall ? httpErrorOf(error) : realtimeErrorOf(error)) : error
    if (refusal === undefined) {
      const place = isCall ? 'over HTTP' : 'on the socket'
      throw new FaultError('answerWith', `no server answers with ${String(error)} ${place}`)
    }
    const details = `${refusal.code} ${refusal.message}`
    return this.#set(isCall ? 'refuseCall' : 'refuseRequest', aim, refusal, details)
  }

  /**
   * A request is never answered.
   *
   * @param aim with `handled` the server does what it is asked to, and only the answer is lost.
   */
  neverAnswer(aim: FaultAim & { readonly handled?: boolean } = {}): Undo {
    const isHandled = aim.handled === true
    return this.#set('neverAnswer', aim, { isHandled }, isHandled ? 'handled' : '')
  }

  /** The answer and the events that a request causes for who asks, or any other event, arrive twice. */
  duplicate(aim: FaultAim = {}): Undo {
    return this.#set('duplicate', aim, undefined)
  }

  /** The answer arrives after the events that it causes for who asks, as on Nakama it may. */
  reorder(aim: FaultAim = {}): Undo {
    return this.#set('answerLast', aim, undefined)
  }

  /** Sends a player a frame that no server would, now. Text goes out as a text frame, bytes as a binary one. */
  sendRaw(data: string | Uint8Array<ArrayBuffer>, target: FaultTarget = {}): Undo {
    return this.#now('sendRaw', target, (line) => line.inject(data as OutgoingFrame['data']))
  }

  /** Ends the player's sessions, now, as a second login does where the server allows only one: told why, then closed. */
  kick(target: FaultTarget = {}): Undo {
    const userIds = new Set<string>()
    const undo = this.#now('kick', target, (line) => userIds.add(line.userId))
    for (const userId of userIds) this.#scene.kick(userId)
    return undo
  }

  /** Kills the server and starts it again, now: all lines break, parties and tickets are gone, accounts are there. */
  restart(): Undo {
    this.#check('restart')
    this.#scene.report('restart')
    this.#scene.restart()
    return () => {}
  }

  /** Lifts every fault. What was held up goes on. */
  liftAll(): void {
    this.#scene.rules.clear()
  }

  #set<Kind extends FaultKind>(kind: Kind, aim: FaultAim, setting: FaultSettings[Kind], details = ''): Undo {
    const { name, places } = kinds[kind]
    this.#check(name)
    const { times, operation } = aim
    const place = placeOf(operation)
    if (place !== undefined && !places.includes(place)) {
      throw new FaultError(name, `${operation} is ${whereIs[place]}, where this cannot happen`)
    }
    if (times !== undefined && !(Number.isSafeInteger(times) && times > 0)) {
      throw new FaultError(name, `times is a whole number above 0, not ${times}`)
    }
    this.#scene.report(textOf(name, details, aim))
    const lift = this.#scene.rules.add(kind, aim, setting)
    let isSet = true
    return () => {
      if (isSet) this.#scene.report(textOf(`${name} lifted`, '', aim))
      isSet = false
      lift()
    }
  }

  #now(name: FaultName, aim: FaultAim, act: (line: Line) => void, details = ''): Undo {
    this.#check(name)
    const { player, sessionId, times } = aim
    if (times !== undefined) throw new FaultError(name, 'happens once, now: it takes no times')
    const lines = this.#scene
      .lines()
      .filter((line) => player === undefined || line.player === player)
      .filter((line) => sessionId === undefined || line.sessionId === sessionId)
    if (lines.length === 0)
      throw new FaultError(name, `no connection is open of ${player ?? sessionId ?? 'anybody'}`)
    this.#scene.report(textOf(name, details, aim))
    for (const line of lines) act(line)
    return () => {}
  }

  #check(name: FaultName): void {
    const limit = this.#scene.limits[name]
    if (limit !== undefined) throw new FaultError(name, limit)
  }
}

function textOf(name: string, details: string, { player, operation, times }: FaultAim): string {
  const parts = [
    name,
    details,
    player ?? 'everybody',
    operation ?? '',
    times === undefined ? '' : `${times}×`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** The codes that a close frame may carry, by the WebSocket standard. */
function isCloseCode(code: number): boolean {
  const isReserved = code === 1004 || code === 1005 || code === 1006
  return (
    Number.isSafeInteger(code) &&
    ((code >= 1000 && code <= 1014 && !isReserved) || (code >= 3000 && code <= 4999))
  )
}
