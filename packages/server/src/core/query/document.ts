import type { JsonValue } from '../../json-syntax.ts'
import { type Instant, parseDateTime } from './go-values.ts'

/** The values one field has in one document, each of them once. */
export interface FieldValues {
  readonly terms: readonly string[]
  readonly numbers: readonly number[]
  readonly dates: readonly Instant[]
}

/** What a query is asked about: values under names joined by dots, such as `properties.region`. */
export type Document = ReadonlyMap<string, FieldValues>

/**
 * Makes a document of JSON the way Nakama does. Objects nest as `outer.inner`, and an array gives its field several
 * values. A boolean is the term `T` or `F`; `null` is nothing. A string is one term, case and spaces included, unless it
 * reads as a date: then it is a date only, which ranges find and terms do not.
 */
export function documentOf(fields: { readonly [name: string]: JsonValue }): Document {
  const builder = new DocumentBuilder()
  // A list of what is left to do instead of recursion, because JSON may nest deeper than the call stack.
  const open: [path: string, value: JsonValue][] = Object.entries(fields)
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const [path, value] = entry
    if (Array.isArray(value)) open.push(...value.map((item): [string, JsonValue] => [path, item]))
    else if (value !== null && typeof value === 'object') {
      for (const [name, member] of Object.entries(value)) open.push([`${path}.${name}`, member])
    } else if (value !== null) builder.add(path, value)
  }
  return builder.document
}

/** Most fields have values of one kind only, so the other lists are shared. */
const none: readonly never[] = Object.freeze([])

class DocumentBuilder {
  readonly document = new Map<string, FieldValues>()

  add(path: string, value: string | number | boolean): void {
    const field = this.document.get(path) ?? { terms: none, numbers: none, dates: none }
    this.document.set(path, withValue(field, value))
  }
}

function withValue(field: FieldValues, value: string | number | boolean): FieldValues {
  if (typeof value === 'number') return { ...field, numbers: including(field.numbers, value) }
  if (typeof value === 'boolean') return { ...field, terms: including(field.terms, value ? 'T' : 'F') }
  const date = parseDateTime(value)
  if (date === undefined) return { ...field, terms: including(field.terms, value) }
  return { ...field, dates: including(field.dates, date) }
}

function including<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value]
}
