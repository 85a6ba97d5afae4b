import { definition, problemsOf } from '../adapter/schema.ts'
import { Fields, FileError } from '../files/fields.ts'
import { isObject, type Json } from '../files/json.ts'
import { type ControlName, controlNames } from '../servers/server-under-test.ts'
import type { Action, CallAction, CallExpectation, Step } from './case.ts'
import { loadExpectation, loadOutcome } from './load-outcome.ts'
import { type Accounts, expandObject } from './values.ts'

/** Where a step stands, and what it may refer to. */
export interface Place {
  readonly place: string
  readonly accounts: Accounts
  /** Names of the calls that have been begun and not been settled. */
  readonly calls: Set<string>
}

/** Keys of a step beside its action. */
const common = ['note', 'wait', 'within', 'patience', 'events', 'frames', 'inspect', 'settled', 'oneOf']

/** Keys of a call beside its operation. */
const ofCalls = ['result', 'error', 'ends', 'answer', 'as', 'timeoutMs', 'pending']

export function loadStep(value: Json, at: Place): Step {
  const fields = new Fields(value, at.place)
  const actions = loadActions(fields, at)
  const [first] = actions
  if (
    first === undefined &&
    fields.milliseconds('wait') === 0 &&
    fields.given('settled', 'inspect').length === 0
  ) {
    throw new FileError(at.place, 'does nothing')
  }
  const expectations = new Map(actions.flatMap(({ expectation }) => expectation ?? []))
  for (const { action } of actions) {
    if (action.kind !== 'call') continue
    if (at.calls.has(action.name)) throw new FileError(at.place, `has two calls named "${action.name}"`)
    at.calls.add(action.name)
  }
  const alternatives = fields.value('oneOf') === undefined ? [{}] : fields.list('oneOf')
  const outcomes = alternatives.map((each) =>
    loadOutcome(fields, new Fields(each, at.place), expectations, at),
  )
  for (const { calls } of outcomes) for (const name of calls.keys()) at.calls.delete(name)
  return {
    title: fields.optionalText('note') ?? titleOf(actions.map(({ action }) => action)),
    actions: actions.map(({ action }) => action),
    waitMs: fields.milliseconds('wait'),
    withinMs: fields.milliseconds('within'),
    patienceMs: fields.milliseconds('patience'),
    outcomes,
  }
}

interface LoadedAction {
  readonly action: Action
  readonly expectation?: readonly [[string, CallExpectation]]
}

function loadActions(fields: Fields, at: Place): LoadedAction[] {
  const together = fields.value('together')
  if (together !== undefined) {
    fields.allow(...common, 'together')
    return fields.list('together').map((each) => loadAction(new Fields(each, at.place), [], at))
  }
  if (verbOf(fields) === undefined) {
    fields.allow(...common)
    return []
  }
  return [loadAction(fields, common, at)]
}

/** The key that says who does what: `a.joinParty`. */
function verbOf(fields: Fields): string | undefined {
  const verbs = fields.keys.filter((key) => key.includes('.'))
  if (verbs.length > 1) throw new FileError(fields.place, `has both "${verbs[0]}" and "${verbs[1]}"`)
  return verbs[0]
}

function loadAction(fields: Fields, others: readonly string[], at: Place): LoadedAction {
  const verb = verbOf(fields)
  if (verb === undefined) throw new FileError(fields.place, 'nobody does anything')
  const [who = '', what = ''] = verb.split('.')
  if (who === 'server') {
    fields.allow(...others, verb)
    return { action: loadControl(what, fields.value(verb) ?? null, at) }
  }
  if (!at.accounts.has(who)) throw new FileError(fields.place, `there is no actor "${who}"`)
  if (what === 'abort') {
    fields.allow(...others, verb)
    return { action: { kind: 'abort', call: fields.text(verb) } }
  }
  fields.allow(...others, ...ofCalls, verb)
  const action = loadCall(who, what, fields, verb, at)
  if (action.isPending) return { action }
  return { action, expectation: [[action.name, loadExpectation(fields, at)]] }
}

function loadCall(actor: string, operation: string, fields: Fields, verb: string, at: Place): CallAction {
  const schema = definition(`operations/${operation}`)
  if (schema === undefined) throw new FileError(fields.place, `${operation} is not an operation`)
  const args = expandObject(fields.object(verb), at.accounts, fields.place)
  const problems = problemsOf(args, schema, operation)
  if (problems.length > 0) throw new FileError(fields.place, problems.join('; '))
  const timeoutMs = fields.milliseconds('timeoutMs')
  return {
    kind: 'call',
    actor,
    operation,
    arguments: args,
    name: fields.optionalText('as') ?? actor,
    timeoutMs: timeoutMs === 0 ? undefined : timeoutMs,
    isPending: fields.flag('pending'),
  }
}

/** `server.drop: a`, or `server.close: { player: a, … }`. */
function loadControl(name: string, value: Json, at: Place): Action {
  if (name === 'advance' && typeof value === 'number') return { kind: 'advance', ms: value }
  if (!isControl(name)) throw new FileError(at.place, `a server cannot ${name}`)
  const { player, ...rest } = isObject(value) ? value : { player: value }
  if (typeof player !== 'string' || !at.accounts.has(player)) {
    throw new FileError(at.place, `server.${name} needs a player`)
  }
  return { kind: 'control', name, actor: player, arguments: expandObject(rest, at.accounts, at.place) }
}

function isControl(name: string): name is ControlName {
  return (controlNames as readonly string[]).includes(name)
}

function titleOf(actions: readonly Action[]): string {
  const titles = actions.map((action) => {
    if (action.kind === 'call') return `${action.actor}.${action.operation}`
    if (action.kind === 'abort') return `abort ${action.call}`
    return action.kind === 'advance' ? `server.advance ${action.ms}` : `server.${action.name}`
  })
  return titles.length === 0 ? 'wait' : titles.join(', ')
}
