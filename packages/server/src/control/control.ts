import { type Clock, systemClock } from '@party/protocol'
import { ApiError } from '../api-error.ts'
import type { Endpoint } from '../hosts/endpoint.ts'
import { errorResponse } from '../http/responses.ts'
import type { PartyServer } from '../server.ts'
import type { Admission, Admitted } from '../session/admission.ts'
import type { Connection, Peer } from '../session/connection.ts'
import { type FaultLimits, Faults } from './faults/faults.ts'
import { describeRequest, nameInToken, tokenOf } from './faults/http-request.ts'
import { Line } from './faults/line.ts'
import { FaultRules, type Occasion, type Refusal } from './faults/rules.ts'
import { Sleeper } from './sleeper.ts'

/** What a {@link ServerControl} is made of; everything has a default. */
export interface ServerControlOptions {
  /** The server's own clock; the system's by default. */
  readonly clock?: Clock
  /** A number from 0 up to 1, for jitter; `Math.random` by default. */
  readonly random?: () => number
  /** Which faults the host cannot show; none by default. */
  readonly limits?: FaultLimits
  /** Told in words of every fault that is set, lifted, or done. */
  readonly report?: (text: string) => void
}

/** How often a refusal of a handshake is told once more to who asks why, each token once. */
const keptRefusals = 100

/**
 * Stands between a host and a server, for tests: the host serves this in place of the server, and whatever comes and
 * goes passes the faults that are set. It works the same over every host, because hosts bring it whole messages.
 */
export class ServerControl implements Endpoint {
  readonly server: PartyServer
  readonly faults: Faults
  readonly #rules = new FaultRules()
  readonly #lines = new Set<Line>()
  readonly #clock: Clock
  readonly #sleeper: Sleeper
  /** Handshakes refused by a fault, by token: a client may ask over HTTP for the reason, and has to hear the same. */
  readonly #refusals = new Map<string, () => Response>()

  constructor(server: PartyServer, options: ServerControlOptions = {}) {
    const { clock = systemClock, random = Math.random, limits = {}, report = () => {} } = options
    this.server = server
    this.#clock = clock
    this.#sleeper = new Sleeper(clock)
    this.#rules.onChange(() => {
      for (const line of [...this.#lines]) line.refresh()
    })
    this.faults = new Faults({
      rules: this.#rules,
      limits,
      random,
      report,
      lines: () => [...this.#lines],
      kick: (userId) => server.kick(userId),
      restart: () => server.restart(),
    })
  }

  get config(): Endpoint['config'] {
    return this.server.config
  }

  async admit(url: URL, authorization: string | null): Promise<Admission> {
    if (this.#rules.isEmpty) return this.server.admit(url, authorization)
    const token = tokenOf(url, authorization)
    const occasion: Occasion = { player: nameInToken(token), operation: 'connect' }
    await this.#rules.take('ignoreHandshake', occasion)?.lifted()
    await this.#delay(occasion)
    if (this.#rules.take('refuseConnection', occasion)) return this.#refuse(token, () => Response.error())
    if (this.#rules.take('refuseToken', occasion)) return this.#refuse(token, unauthorized)
    return this.server.admit(url, authorization)
  }

  accept(connection: Connection, admitted: Admitted): Peer & { readonly sessionId: string } {
    const line = new Line({
      connection,
      admitted,
      clock: this.#clock,
      rules: this.#rules,
      ended: () => this.#lines.delete(line),
    })
    this.#lines.add(line)
    line.attach(this.server.accept(line, admitted))
    return line
  }

  async fetch(request: Request): Promise<Response> {
    if (this.#rules.isEmpty && this.#refusals.size === 0) return this.server.fetch(request)
    const occasion = await describeRequest(request)
    if (occasion.operation === 'connect') return this.#explain(request, occasion)
    if (this.#rules.take('refuseConnection', occasion) || this.#rules.take('drop', occasion))
      return Response.error()
    const silence = this.#rules.take('neverAnswer', occasion)
    if (silence !== undefined) {
      if (silence.setting.isHandled) await this.server.fetch(request)
      await silence.lifted()
      return Response.error()
    }
    const refusal = this.#rules.take('refuseCall', occasion)?.setting
    const response = refusal === undefined ? await this.server.fetch(request) : responseOf(refusal)
    await this.#delay(occasion)
    return response
  }

  /** Lets everything that is held up on its way arrive now. */
  flush(): void {
    this.#sleeper.wake()
    for (const line of [...this.#lines]) line.flush()
  }

  async close(): Promise<void> {
    this.faults.liftAll()
    this.flush()
    await this.server.close()
  }

  /** A request for the socket without an upgrade: somebody wants to know why a handshake has failed. */
  async #explain(request: Request, occasion: Occasion): Promise<Response> {
    const token = tokenOf(new URL(request.url), request.headers.get('authorization'))
    const refusal = this.#refusals.get(token)
    this.#refusals.delete(token)
    if (refusal !== undefined) return refusal()
    if (this.#rules.has('refuseConnection', occasion)) return Response.error()
    return this.#rules.has('refuseToken', occasion) ? unauthorized() : this.server.fetch(request)
  }

  #refuse(token: string, response: () => Response): Admission {
    this.#refusals.set(token, response)
    const [oldest] = this.#refusals.keys()
    if (this.#refusals.size > keptRefusals && oldest !== undefined) this.#refusals.delete(oldest)
    return { ok: false, response: response() }
  }

  async #delay(occasion: Occasion): Promise<void> {
    const delayMs = this.#rules.take('delay', occasion)?.setting() ?? 0
    await this.#sleeper.sleep(delayMs)
  }
}

/** As Nakama answers a handshake whose token it does not take. */
function unauthorized(): Response {
  return new Response('Missing or invalid token\n', { status: 401 })
}

/** From 100 a number is an HTTP status, below it a gRPC code. */
function responseOf({ code, message }: Refusal): Response {
  return code < 100 ? errorResponse(new ApiError(code, message)) : new Response(message, { status: code })
}
