import { DecodeError } from '../codec.ts'

/** Where in a document a value stands: an object or list, seen from what holds it. */
export interface Place {
  readonly parent: Place | undefined
  /** Name of the field or index of the element under which the holder has it. */
  readonly name: string | number
  /** What is refused on top of what cannot be read at all; undefined where whatever is not known is passed over. */
  readonly rules: Rules | undefined
}

/** A JSON object whose fields are being read. */
export interface Fields extends Place {
  /** The object, with every name in snake_case. */
  readonly json: Readonly<Record<string, unknown>>
  /** How many of its fields nobody has asked for. */
  unread: number
}

/** What a strict reader insists on. Held in one place so that a tolerant one does not carry it along. */
export interface Rules {
  /**
   * Refuses fields that were not read: those that are there in both spellings, and those that are unknown, because
   * they are neither a property of `known`, in either spelling, nor `alsoKnown`.
   */
  allRead(from: Fields, known: object, alsoKnown?: string): void
  /** Refuses an object in which more than one of the fields is set. */
  atMostOne(from: Fields, names: readonly string[]): void
  /** Refuses a text that could not be in UTF-8. */
  text(value: string, at: Place, name: string | number): void
  /** Told of a number that `JSON.parse` may have rounded. */
  large?(): void
}

/** Refuses the value that `at` has under `name`. */
export function fail(at: Place, name: string | number, problem: string): never {
  throw new DecodeError(problem, pathOf(at, name))
}

// Only built once something is wrong: decoding itself never spends time on paths.
function pathOf(at: Place, name: string | number): string {
  const before = at.parent ? pathOf(at.parent, at.name) : ''
  if (typeof name === 'number') return `${before}[${name}]`
  return before && name ? `${before}.${name}` : before + name
}
