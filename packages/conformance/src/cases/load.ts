import { Fields, FileError } from '../files/fields.ts'
import { isList, isObject, type Json } from '../files/json.ts'
import { parseYaml } from '../files/yaml.ts'
import { isReserved } from '../symbols/symbols.ts'
import type { ActorSetup, Case, GivenParty } from './case.ts'
import { loadStep, type Place } from './load-step.ts'
import { controlOf, needsOf } from './needs.ts'
import { type Accounts, expandObject } from './values.ts'

/**
 * Reads one file of cases and writes out its shorthands.
 *
 * @param name the file's name without its ending: the capability
 * @param text the file: YAML of the form described in cases/README.md
 * @throws {FileError} where the file does not follow the form, with the place at fault.
 */
export function loadCases(name: string, text: string): Case[] {
  const file = new Fields(parseYaml(name, text), name).allow('capability', 'cases')
  file.text('capability')
  const cases = file.list('cases').map((value, index) => loadCase(value, name, `${name}, case ${index + 1}`))
  const ids = cases.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new FileError(name, `has two cases with the id "${twice}"`)
  return cases
}

function loadCase(value: Json, capability: string, position: string): Case {
  const id = new Fields(value, position).text('id')
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) throw new FileError(position, `"${id}" cannot be an id`)
  const place = `${capability}/${id}`
  const fields = new Fields(value, place)
  fields.allow('id', 'why', 'tags', 'needs', 'codecs', 'control', 'server', 'actors', 'given', 'steps')
  const actors = loadActors(fields)
  const accounts: Accounts = new Map(actors.map(({ name, account }) => [name, account]))
  const at: Place = { place, accounts, calls: new Set() }
  const given = loadGiven(fields, accounts)
  const server = fields.optionalObject('server')
  const steps = fields.list('steps').map((step, index) => {
    return loadStep(step, { ...at, place: `${place}, step ${index + 1}` })
  })
  if (steps.length === 0) throw new FileError(place, 'has no steps')
  const parts = { actors, given, steps, server }
  return {
    id: place,
    capability,
    why: fields.text('why'),
    tags: fields.texts('tags'),
    needs: needsOf(parts, fields.texts('needs'), place),
    codecs: loadCodecs(fields),
    control: controlOf(parts, fields.optionalText('control')),
    ...parts,
  }
}

function loadCodecs(fields: Fields): Case['codecs'] {
  const given = fields.texts('codecs')
  if (given.length === 0) return ['json', 'protobuf']
  return given.map((codec) => {
    if (codec !== 'json' && codec !== 'protobuf') throw new FileError(fields.place, `${codec} is no encoding`)
    return codec
  })
}

function loadActors(fields: Fields): ActorSetup[] {
  const value = fields.value('actors')
  const setups = isList(value)
    ? value.map((name) => loadActor(String(name), {}, fields.place))
    : Object.entries(fields.object('actors')).map(([name, setup]) => loadActor(name, setup, fields.place))
  for (const [index, { name, account }] of setups.entries()) {
    const isKnown = setups.slice(0, index + 1).some((each) => each.name === account)
    if (!isKnown) throw new FileError(fields.place, `${name} has the account of nobody before it`)
  }
  return setups
}

function loadActor(name: string, setup: Json, place: string): ActorSetup {
  if (!/^[a-z]+\d*$/.test(name) || isReserved(name)) {
    throw new FileError(place, `"${name}" cannot be the name of an actor`)
  }
  const fields = new Fields(setup, `${place}, ${name}`).allow(
    'as',
    'until',
    'appearOnline',
    'reconnect',
    'nowhere',
    'wrongKey',
  )
  const until = fields.optionalText('until') ?? 'connected'
  if (until !== 'opened' && until !== 'authenticated' && until !== 'connected') {
    throw new FileError(fields.place, '"until" must be opened, authenticated or connected')
  }
  const account = fields.optionalText('as') ?? name
  return {
    name,
    account,
    until,
    appearOnline: fields.flag('appearOnline'),
    reconnect: fields.flag('reconnect'),
    isNowhere: fields.flag('nowhere'),
    hasWrongKey: fields.flag('wrongKey'),
  }
}

function loadGiven(fields: Fields, accounts: Accounts): GivenParty[] {
  return Object.entries(fields.optionalObject('given')).map(([symbol, value]) => {
    const place = `${fields.place}, given ${symbol}`
    if (!/^party\d*$/.test(symbol)) throw new FileError(place, 'only parties can be given: party, party1, …')
    const party = new Fields(value, place)
    const { leader: _, members: _1, waiting: _2, ...rest } = isObject(value) ? value : {}
    const waiting = party.texts('waiting')
    const open = rest['open'] ?? waiting.length === 0
    const all = [party.text('leader'), ...party.texts('members'), ...waiting]
    const stranger = all.find((name) => !accounts.has(name))
    if (stranger !== undefined) throw new FileError(place, `there is no actor "${stranger}"`)
    return {
      symbol,
      leader: party.text('leader'),
      members: party.texts('members'),
      waiting,
      arguments: expandObject({ maxSize: 8, ...rest, open }, accounts, place),
    }
  })
}
