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

class DocumentBuilder {
  readonly document = new Map<string, { terms: string[]; numbers: number[]; dates: Instant[] }>()

  add(path: string, value: string | number | boolean): void {
    if (typeof value === 'number') return addOnce(this.#field(path).numbers, value)
    if (typeof value === 'boolean') return addOnce(this.#field(path).terms, value ? 'T' : 'F')
    const date = parseDateTime(value)
    if (date === undefined) addOnce(this.#field(path).terms, value)
    else addOnce(this.#field(path).dates, date)
  }

  #field(path: string): { terms: string[]; numbers: number[]; dates: Instant[] } {
    const found = this.document.get(path)
    if (found !== undefined) return found
    const created = { terms: [], numbers: [], dates: [] }
    this.document.set(path, created)
    return created
  }
}

function addOnce<T>(values: T[], value: T): void {
  if (!values.includes(value)) values.push(value)
}
