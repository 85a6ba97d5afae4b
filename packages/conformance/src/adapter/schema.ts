import document from '../../adapter.schema.json' with { type: 'json' }
import { isList, isObject, type Json } from '../files/json.ts'

/** The keywords of JSON Schema that adapter.schema.json uses, and one of our own. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: Json
  readonly enum?: readonly Json[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly description?: string
  /** Our own: the feature that a program needs to be given this argument. */
  readonly feature?: string
}

/** Definitions by name; a few of them hold definitions themselves. */
type Definitions = Readonly<Record<string, Schema & Readonly<Record<string, Schema>>>>

const definitions = document.$defs as unknown as Definitions

/** A definition of adapter.schema.json, such as `hello` or `operations/createParty`. */
export function definition(path: string): Schema | undefined {
  const [name = '', member] = path.split('/')
  const found = definitions[name]
  return member === undefined ? found : found?.[member]
}

/** Names within a definition that holds definitions. */
export function definitionsOf(group: 'operations' | 'results' | 'events'): string[] {
  return Object.keys(definitions[group] ?? {})
}

/**
 * What is wrong with a value by a definition, each problem with its place; empty when nothing is.
 *
 * @param at what the place begins with
 */
export function problemsOf(value: unknown, schema: Schema, at = ''): string[] {
  if (schema.$ref !== undefined) {
    const target = definition(schema.$ref.replace('#/$defs/', ''))
    return target === undefined ? [`${schema.$ref} is not defined`] : problemsOf(value, target, at)
  }
  if (schema.oneOf !== undefined) return problemsOfChoice(value, schema.oneOf, at)
  const place = at === '' ? 'the message' : at
  if ('const' in schema && value !== schema.const) return [`${place} must be ${JSON.stringify(schema.const)}`]
  if (schema.enum !== undefined && !schema.enum.some((each) => each === value)) {
    return [`${place} must not be ${JSON.stringify(value)}`]
  }
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) {
    return [`${place} must be of type ${[schema.type].flat().join(' or ')}`]
  }
  if (schema.minimum !== undefined && Number(value) < schema.minimum) {
    return [`${place} must be at least ${schema.minimum}`]
  }
  if (isObject(value)) return problemsOfObject(value, schema, at)
  const { items } = schema
  if (!isList(value as Json) || items === undefined) return []
  return (value as readonly Json[]).flatMap((item, index) => problemsOf(item, items, `${at}[${index}]`))
}

/** Messages are told apart by their type: only the one that was meant has something to say. */
function problemsOfChoice(value: unknown, choices: readonly Schema[], at: string): string[] {
  const problems = choices.map((choice) => problemsOf(value, choice, at))
  if (problems.some((list) => list.length === 0)) return []
  const meant = choices.findIndex((choice) => isMeant(value, choice))
  return problems[meant] ?? [`${at === '' ? 'the message' : at} is none of what it may be`]
}

function isMeant(value: unknown, choice: Schema): boolean {
  const { properties } = (choice.$ref && definition(choice.$ref.replace('#/$defs/', ''))) || choice
  const type = properties?.['type']?.const
  return type !== undefined && isObject(value) && value['type'] === type
}

function problemsOfObject(value: Readonly<Record<string, unknown>>, schema: Schema, at: string): string[] {
  const { properties = {}, required = [], additionalProperties: additional = true } = schema
  const missing = required.filter((key) => value[key] === undefined)
  return [
    ...missing.map((key) => `${at === '' ? 'the message' : at} must have "${key}"`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const place = at === '' ? key : `${at}.${key}`
      const known = properties[key]
      if (known !== undefined) return problemsOf(item, known, place)
      if (additional === false) return [`${place} is not known`]
      return additional === true ? [] : problemsOf(item, additional, place)
    }),
  ]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  return typeof value === type
}
