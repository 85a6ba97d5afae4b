import { Fields, FileError } from '../files/fields.ts'
import { isList, isObject, type Json } from '../files/json.ts'
import { parseYaml } from '../files/yaml.ts'
import { isReserved } from '../symbols/symbols.ts'
import { type Accounts, expandObject, UnknownSymbolError } from './expand.ts'
import { loadAction, openingOf, titleOf } from './load-action.ts'
import {
  httpClient,
  type Outcome,
  type Received,
  type Recording,
  type Scenario,
  type Step,
} from './scenario.ts'

/**
 * Reads one file of recordings and writes out its shorthands.
 *
 * @param name the file's name without its ending
 * @param text the file: YAML of the form described in recordings/README.md
 * @throws {FileError} where the file does not follow the form, with the place at fault.
 */
export function loadRecording(name: string, text: string): Recording {
  const file = new Fields(parseYaml(name, text), name).allow('recorded', 'config', 'scenarios')
  const scenarios = file
    .list('scenarios')
    .map((value, index) => loadScenario(value, `${name}, scenario ${index + 1}`))
  const names = scenarios.map((scenario) => scenario.name)
  const twice = names.find((scenario, index) => names.indexOf(scenario) !== index)
  if (twice !== undefined) throw new FileError(name, `has two scenarios named "${twice}"`)
  return { name, recorded: file.text('recorded'), config: file.object('config'), scenarios }
}

function loadScenario(value: Json, place: string): Scenario {
  const name = new Fields(value, place).text('name')
  const fields = new Fields(value, name).allow('name', 'clients', 'steps')
  const clients = fields.list('clients').map((client) => clientName(client, name))
  const steps = fields.list('steps')
  const accounts = accountsOf(clients, steps, name)
  return {
    name,
    accounts,
    steps: [
      openingOf(clients, accounts),
      ...steps.map((step, index) => loadStep(step, `${name}, step ${index + 1}`, accounts)),
    ],
  }
}

/** Who takes part: the clients that are there from the start, and those that authenticate later. */
function accountsOf(clients: readonly string[], steps: readonly Json[], place: string): Accounts {
  const accounts = new Map(clients.map((client) => [client, client]))
  for (const step of steps) {
    if (!isObject(step) || step['authenticate'] === undefined) continue
    const client = clientName(step['authenticate'], place)
    accounts.set(client, clientName(step['as'] ?? client, place))
  }
  return accounts
}

function clientName(value: Json, place: string): string {
  if (typeof value === 'string' && /^[a-z]+\d*$/.test(value) && !isReserved(value)) return value
  throw new FileError(place, `${JSON.stringify(value)} cannot be the name of a client`)
}

function loadStep(value: Json, place: string, accounts: Accounts): Step {
  const fields = new Fields(value, place)
  try {
    const action = loadAction(fields, accounts)
    return {
      title: fields.optionalText('note') ?? titleOf(action),
      action,
      waitMs: fields.milliseconds('wait'),
      withinMs: fields.milliseconds('within'),
      outcomes: loadOutcomes(fields, accounts),
    }
  } catch (error) {
    if (error instanceof UnknownSymbolError) throw new FileError(place, error.message)
    throw error
  }
}

function loadOutcomes(fields: Fields, accounts: Accounts): Outcome[] {
  if (fields.given('receive', 'receive_any').length !== 1) {
    throw new FileError(fields.place, 'needs either "receive" or "receive_any"')
  }
  if (fields.given('receive').length === 1)
    return [loadOutcome(fields.object('receive'), fields.place, accounts)]
  const alternatives = fields.list('receive_any')
  if (alternatives.length < 2) throw new FileError(fields.place, '"receive_any" needs two alternatives')
  return alternatives.map((alternative) => loadOutcome(alternative, fields.place, accounts))
}

function loadOutcome(value: Json, place: string, accounts: Accounts): Outcome {
  if (!isObject(value)) throw new FileError(place, 'what is received must be a mapping of clients')
  return Object.fromEntries(
    Object.entries(value).map(([client, items]) => {
      if (client !== httpClient && !accounts.has(client))
        throw new FileError(place, `there is no client "${client}"`)
      if (!isList(items)) throw new FileError(place, `what ${client} receives must be a list`)
      return [client, items.map((item) => loadReceived(item, place, accounts))]
    }),
  )
}

function loadReceived(item: Json, place: string, accounts: Accounts): Received {
  if (item === 'closed' || item === 'refused') return item
  if (isObject(item)) return expandObject(item, accounts)
  throw new FileError(place, `${JSON.stringify(item)} is neither a frame nor "closed" nor "refused"`)
}
