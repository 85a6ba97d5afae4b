import { Fields, FileError } from '../files/fields.ts'
import { type Accounts, expand, expandObject, presenceOf } from './expand.ts'
import type { Action, Step } from './scenario.ts'

/** Keys that every step may have. */
const common = ['note', 'wait', 'within', 'receive', 'receive_any']

/** The keys that name an action; the value of `wait` is one only where there is no other. */
const verbs = ['authenticate', 'connect', 'send', 'text', 'drop', 'http'] as const

/** What happens in a step. */
export function loadAction(fields: Fields, accounts: Accounts): Action {
  const [verb, another] = fields.given(...verbs)
  if (another !== undefined) throw new FileError(fields.place, `has both "${verb}" and "${another}"`)
  const client = (key: string): string => {
    const name = fields.text(key)
    if (!accounts.has(name)) throw new FileError(fields.place, `there is no client "${name}"`)
    return name
  }
  switch (verb) {
    case 'authenticate': {
      fields.allow(...common, verb, 'as')
      const name = client(verb)
      return { kind: verb, client: name, account: accounts.get(name) ?? name }
    }
    case 'connect':
      fields.allow(...common, verb, 'query')
      return {
        kind: verb,
        client: client(verb),
        query: fields.value('query') === undefined ? {} : fields.object('query'),
      }
    case 'send':
      fields.allow(...common, verb, 'from')
      return { kind: verb, client: client('from'), frame: expandObject(fields.object(verb), accounts) }
    case 'text':
      fields.allow(...common, verb, 'from')
      return { kind: verb, client: client('from'), text: fields.text(verb) }
    case 'drop':
      fields.allow(...common, verb)
      return { kind: verb, client: client(verb) }
    case 'http':
      fields.allow(...common, verb)
      return loadHttp(new Fields(fields.value(verb), fields.place), accounts)
    default:
      fields.allow(...common)
      if (fields.milliseconds('wait') === 0) throw new FileError(fields.place, 'does nothing')
      return { kind: 'wait' }
  }
}

function loadHttp(fields: Fields, accounts: Accounts): Action {
  fields.allow('method', 'path', 'key', 'token', 'body')
  const path = fields.text('path')
  if (!path.startsWith('/')) throw new FileError(fields.place, 'the path must begin with "/"')
  const body = fields.value('body')
  for (const text of [path, fields.optionalText('key'), fields.optionalText('token')])
    expand(text ?? '', accounts)
  return {
    kind: 'http',
    method: fields.text('method'),
    path,
    key: fields.optionalText('key'),
    token: fields.optionalText('token'),
    body: body === undefined ? undefined : expand(body, accounts),
  }
}

/**
 * The first step of every scenario, which the files leave out because it is always the same: the clients
 * authenticate and connect one after the other, and each sees itself come online.
 */
export function openingOf(clients: readonly string[], accounts: Accounts): Step {
  const online = (client: string) => ({
    status_presence_event: { joins: [{ ...presenceOf(client, accounts), status: '' }] },
  })
  return {
    title: clients.length === 0 ? 'nobody connects' : `${clients.join(', ')} connect`,
    action: { kind: 'open', clients },
    waitMs: 0,
    withinMs: 0,
    outcomes: [Object.fromEntries(clients.map((client) => [client, [online(client)]]))],
  }
}

/** An action in brief. */
export function titleOf(action: Action): string {
  switch (action.kind) {
    case 'open':
      return `${action.clients.join(', ')} connect`
    case 'authenticate':
      return action.client === action.account
        ? `${action.client} authenticates`
        : `${action.client} authenticates as ${action.account}`
    case 'connect':
      return `${action.client} connects`
    case 'send':
      return `${action.client} sends ${Object.keys(action.frame).find((key) => key !== 'cid') ?? 'nothing'}`
    case 'text':
      return `${action.client} sends text`
    case 'drop':
      return `${action.client} drops its socket`
    case 'http':
      return `${action.method} ${action.path}`
    case 'wait':
      return 'time passes'
  }
}
