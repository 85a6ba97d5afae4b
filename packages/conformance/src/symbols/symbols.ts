/**
 * Symbols stand in a recording for what differs from run to run: `<party>`, `<a.session>`, `<jwt>`.
 *
 * - `<a>` – the presence of client a: user id, session id and username. A shorthand, gone after loading.
 * - `<y*2100>` – a character repeated. A shorthand as well.
 * - `<a.user>`, `<a.name>`, `<a.session>`, `<a.token>`, `<a.refresh>` – one value of client a.
 * - `<a.id>`, `<a.email>` – what client a may sign in with.
 * - `<party>`, `<party1>`, `<ticket1>`, `<uuid1>`, `<page1>` – an id; the same symbol means the same id throughout a scenario,
 *   and another symbol another id.
 * - `<jwt>`, `<time>`, `<cursor>` – any value of that shape.
 * - `<server.key>` – the server key of the server under test.
 */

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const uuidOnNode = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]+$/
const jwt = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const anything = /./

const shapesOfClientValues: Readonly<Record<string, RegExp>> = {
  user: uuid,
  id: anything,
  email: anything,
  name: anything,
  session: uuid,
  token: jwt,
  refresh: jwt,
}

const shapesOfPassingValues: Readonly<Record<string, RegExp>> = { jwt, time: rfc3339, cursor: anything }

const shapesOfIds: Readonly<Record<string, RegExp>> = {
  party: uuidOnNode,
  // Nakama's tickets are bare UUIDs; a ticket that names its node would be as good.
  ticket: new RegExp(`${uuid.source}|${uuidOnNode.source}`),
  // Where a list goes on. Whatever the server likes.
  page: anything,
  uuid,
}

/** Names that are taken, and so cannot be a client's. */
export function isReserved(client: string): boolean {
  const base = client.replace(/\d+$/, '')
  return base in shapesOfIds || base in shapesOfPassingValues || client === 'server' || client === 'http'
}

/** The symbol a string consists of, without its brackets. */
export function symbolIn(text: string): string | undefined {
  return /^<([a-z]+\d*(?:\.[a-z]+)?)>$/.exec(text)?.[1]
}

/** Every symbol that occurs in a string, without brackets. */
export function symbolsWithin(text: string): string[] {
  return [...text.matchAll(/<([a-z]+\d*(?:\.[a-z]+)?)>/g)].flatMap(([, symbol]) => symbol ?? [])
}

/** Replaces the symbols within a string. */
export function replaceSymbols(text: string, value: (symbol: string) => string): string {
  return text.replace(/<([a-z]+\d*(?:\.[a-z]+)?)>/g, (_, symbol: string) => value(symbol))
}

/** What the values of a symbol look like, or undefined when there is no such symbol. */
export function shapeOf(symbol: string): RegExp | undefined {
  const [owner = '', value] = symbol.split('.')
  if (owner === 'server') return value === 'key' ? anything : undefined
  if (value !== undefined) return shapesOfClientValues[value]
  return shapesOfPassingValues[symbol] ?? shapesOfIds[symbol.replace(/\d+$/, '')]
}

/** Whether two places with this symbol may hold different values. */
export function isPassing(symbol: string): boolean {
  return symbol in shapesOfPassingValues
}

/** The symbol of a value that is different each time and refers to nothing. */
export function passingSymbolFor(value: string): string | undefined {
  if (jwt.test(value)) return 'jwt'
  return rfc3339.test(value) ? 'time' : undefined
}
