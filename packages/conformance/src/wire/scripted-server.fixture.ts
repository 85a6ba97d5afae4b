import { isList, isObject, type Json } from '../files/json.ts'
import { replaceSymbols, shapeOf } from '../symbols/symbols.ts'
import { httpClient, type Outcome, type Received, type Scenario, type Step } from './scenario.ts'
import type { SocketEvents, Target, WireSocket } from './target.ts'

/** Changes what a scripted server is about to answer. */
export type Mutation = (outcome: Outcome, step: number) => Outcome

/**
 * A server that knows one recording by heart: whatever a client does, it takes for the next step and answers with
 * what was recorded there, its symbols replaced by values made up on the way.
 *
 * @param mutate what the server does otherwise than recorded
 * @param alternative which of a step's recorded outcomes it gives
 */
export function scriptedServer(
  scenario: Scenario,
  mutate: Mutation = (outcome) => outcome,
  alternative = 0,
): Target {
  const values = new Map<string, string>()
  const sockets = new Map<string, SocketEvents>()
  let next = isIdle(scenario) ? 1 : 0
  let opened = 0

  const made = (symbol: string): string => {
    const known = values.get(symbol)
    if (known !== undefined) return known
    const value = makeUp(symbol, values.size)
    values.set(symbol, value)
    return value
  }
  const write = (value: Json): Json => {
    if (typeof value === 'string') return replaceSymbols(value, made)
    if (isList(value)) return value.map(write)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, write(item)]))
  }

  /** The step at hand; steps in which nobody does anything have passed by themselves. */
  const current = (): { step: Step; index: number } => {
    while (scenario.steps[next]?.action.kind === 'wait') next += 1
    const step = scenario.steps[next]
    if (step === undefined) throw new Error('the recording is over')
    return { step, index: next }
  }
  const outcomeOf = (step: Step, index: number): Outcome =>
    mutate(step.outcomes[Math.min(alternative, step.outcomes.length - 1)] ?? {}, index)
  const advance = (): Received | undefined => {
    const { step, index } = current()
    next += 1
    const outcome = outcomeOf(step, index)
    for (const [client, items] of Object.entries(outcome)) for (const item of items) deliver(client, item)
    const [answer] = outcome[httpClient] ?? []
    return answer === undefined ? undefined : (write(answer) as Received)
  }
  const deliver = (client: string, item: Received): void => {
    const events = sockets.get(client)
    if (client === httpClient || events === undefined) return
    if (item !== 'closed') return events.message(JSON.stringify(write(item)))
    sockets.delete(client)
    events.closed()
  }

  /** The opening is one step of several authentications and connections. */
  const open = (client: string): void => {
    const { step, index } = current()
    if (step.action.kind !== 'open') {
      advance()
      return
    }
    for (const item of outcomeOf(step, index)[client] ?? []) deliver(client, item)
    opened += 1
    if (opened === step.action.clients.length) next += 1
  }
  const authenticate = (): string => {
    const { step } = current()
    if (step.action.kind === 'open') {
      const client = step.action.clients[opened] ?? ''
      return sessionOf(client, client)
    }
    if (step.action.kind !== 'authenticate') throw new Error('nobody authenticates in this step')
    advance()
    return sessionOf(step.action.client, step.action.account)
  }
  const sessionOf = (client: string, account: string): string => {
    const claims = { uid: made(`${account}.user`), usn: made(`${account}.name`), client }
    const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`
    return JSON.stringify({ token, refresh_token: made(`${client}.refresh`) })
  }

  return {
    serverKey: 'scripted',
    patienceMs: 0,
    quietMs: 0,
    pass: async () => {},
    async fetch() {
      const { kind } = current().step.action
      if (kind === 'open' || kind === 'authenticate') return new Response(authenticate())
      const answer = advance()
      if (!isObject(answer)) return new Response('')
      const { status, body } = answer
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: Number(status) })
    },
    async openSocket(path, events): Promise<WireSocket> {
      const token = new URL(path, 'http://scripted').searchParams.get('token') ?? ''
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
      const client = String(claims.client)
      sockets.set(client, events)
      open(client)
      return {
        send(text) {
          const { cid, ping } = parseFrame(text)
          if (ping !== undefined && String(cid).startsWith('barrier-')) {
            sockets.get(client)?.message(JSON.stringify({ cid, pong: {} }))
          } else advance()
        },
        // The recording of a drop has the client's own close; a socket still open at the end has none.
        close() {
          const { action } = scenario.steps[next] ?? {}
          if (action?.kind === 'drop') advance()
          else deliver(client, 'closed')
        },
      }
    },
  }
}

/** Whether nobody connects at the start, so that the first step is over before it begins. */
function isIdle({ steps: [opening] }: Scenario): boolean {
  return opening?.action.kind === 'open' && opening.action.clients.length === 0
}

function parseFrame(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** A value that a symbol can stand for, another one for each number. */
function makeUp(symbol: string, number: number): string {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const candidates = [id, `${id}.scripted`, `eyJh.${number}.signature`, '2026-01-01T00:00:00Z']
  const fitting = symbol.startsWith('party')
    ? `${id}.scripted`
    : candidates.find((one) => shapeOf(symbol)?.test(one))
  if (fitting === undefined) throw new Error(`no value for <${symbol}>`)
  return fitting
}
