import { definition } from '../adapter/schema.ts'
import { Fields, FileError } from '../files/fields.ts'
import { isList, isObject, type Json } from '../files/json.ts'
import type { CallExpectation, EventExpectation, FrameExpectation, Outcome } from './case.ts'
import type { Place } from './load-step.ts'
import { expand, expandObject } from './values.ts'

/**
 * What may come of a step.
 *
 * @param step what every alternative has in common
 * @param own what this alternative has for itself; it wins
 */
export function loadOutcome(
  step: Fields,
  own: Fields,
  calls: ReadonlyMap<string, CallExpectation>,
  at: Place,
): Outcome {
  if (step.value('oneOf') !== undefined) own.allow('calls', 'events', 'frames', 'inspect')
  const from = (key: string): Fields => (own.value(key) === undefined ? step : own)
  const settled = [step.optionalObject('settled'), own.optionalObject('calls')].flatMap(Object.entries)
  const expected = settled.map(([name, value]) => {
    if (!calls.has(name) && !at.calls.has(name)) throw new FileError(at.place, `there is no call "${name}"`)
    return [
      name,
      loadExpectation(new Fields(value, at.place).allow('result', 'error', 'answer'), at),
    ] as const
  })
  const inspect = from('inspect').value('inspect')
  return {
    calls: new Map([...calls, ...expected]),
    events: from('events').value('events') === 'any' ? 'any' : loadEvents(from('events'), at),
    frames: loadFrames(from('frames'), at),
    inspect: inspect === undefined ? undefined : expand(inspect, at.accounts, at.place),
  }
}

/** How a call has to end: `result`, `error`, or `ends: anyhow`. With any result when nothing is said. */
export function loadExpectation(fields: Fields, at: Place): CallExpectation {
  const { place, accounts } = at
  if (fields.value('ends') === 'anyhow') return { kind: 'any' }
  const error = fields.value('error')
  const result = fields.value('result')
  if (error !== undefined && result !== undefined)
    throw new FileError(place, 'cannot have a result and an error')
  if (error === undefined) {
    const answer = fields.optionalText('answer')
    if (answer !== undefined && answer !== 'last') throw new FileError(place, '"answer" can only be last')
    const value = result === undefined ? undefined : expand(result, accounts, place)
    return { kind: 'result', value, isLast: answer === 'last' }
  }
  const { code, ...details } = isObject(error) ? error : { code: error }
  const codes = isList(code) ? code.map(String) : [String(code)]
  return {
    kind: 'error',
    codes,
    details: Object.keys(details).length === 0 ? undefined : expandObject(details, accounts, place),
  }
}

function loadEvents(fields: Fields, at: Place): ReadonlyMap<string, readonly EventExpectation[] | 'any'> {
  return perActor(fields, 'events', at, (value) => {
    if (value === 'any') return value
    if (!isList(value)) throw new FileError(at.place, 'the events of an actor must be a list')
    return value.map((item) => loadEvent(item, at))
  })
}

/** `{ partyLeader: { … } }`, with `optional: true` beside it for what not every server sends. */
function loadEvent(item: Json, { place, accounts }: Place): EventExpectation {
  const { optional, ...rest } = isObject(item) ? item : {}
  const [[name, value] = [], ...others] = Object.entries(rest)
  if (name === undefined || others.length > 0) throw new FileError(place, 'an event must have one name')
  if (definition(`events/${name}`) === undefined) throw new FileError(place, `${name} is not an event`)
  return { name, value: expand(value ?? {}, accounts, place), isOptional: optional === true }
}

function loadFrames(fields: Fields, at: Place): ReadonlyMap<string, FrameExpectation> {
  const { accounts, place } = at
  return perActor(fields, 'frames', at, (value) => {
    const directions = new Fields(value, place).allow('sends', 'receives')
    const list = (key: string): Json[] | undefined =>
      directions.value(key) === undefined
        ? undefined
        : directions.list(key).map((frame) => expand(frame, accounts, place))
    return { sends: list('sends'), receives: list('receives') }
  })
}

function perActor<T>(
  fields: Fields,
  key: string,
  at: Place,
  load: (value: Json) => T,
): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(fields.optionalObject(key)).map(([actor, value]) => {
      if (!at.accounts.has(actor)) throw new FileError(at.place, `there is no actor "${actor}"`)
      return [actor, load(value)]
    }),
  )
}
