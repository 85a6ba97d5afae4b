import { isList, isObject, type Json, type JsonObject } from './json.ts'

/** A file that is not what it should be, with the place at fault. */
export class FileError extends Error {
  constructor(place: string, message: string) {
    super(`${place}: ${message}`)
    this.name = 'FileError'
  }
}

/**
 * Reads the fields of one object of a file and knows where it stands. Everything that reads a field throws
 * {@link FileError} when the field is not there or of another type.
 */
export class Fields {
  readonly place: string
  readonly #object: JsonObject

  constructor(value: Json | undefined, place: string) {
    if (!isObject(value)) throw new FileError(place, 'must be a mapping')
    this.place = place
    this.#object = value
  }

  /** Refuses every key but these, so that a misspelt one does not pass unseen. */
  allow(...keys: readonly string[]): this {
    for (const key of Object.keys(this.#object)) {
      if (!keys.includes(key))
        throw new FileError(this.place, `has no key "${key}" (keys: ${keys.join(', ')})`)
    }
    return this
  }

  get keys(): string[] {
    return Object.keys(this.#object)
  }

  /** The keys of these that are given. */
  given<Key extends string>(...keys: readonly Key[]): Key[] {
    return keys.filter((key) => key in this.#object)
  }

  value(key: string): Json | undefined {
    return this.#object[key]
  }

  text(key: string): string {
    const value = this.#object[key]
    if (typeof value !== 'string') throw new FileError(this.place, `"${key}" must be a text`)
    return value
  }

  optionalText(key: string): string | undefined {
    return key in this.#object ? this.text(key) : undefined
  }

  /** A whole number of milliseconds, 0 when it is not given. */
  milliseconds(key: string): number {
    const value = this.#object[key] ?? 0
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      throw new FileError(this.place, `"${key}" must be a number of milliseconds`)
    }
    return value
  }

  /** False when it is not given. */
  flag(key: string): boolean {
    const value = this.#object[key] ?? false
    if (typeof value !== 'boolean') throw new FileError(this.place, `"${key}" must be true or false`)
    return value
  }

  /** A list of texts, empty when it is not given. */
  texts(key: string): string[] {
    const value = this.#object[key] ?? []
    if (!isList(value)) throw new FileError(this.place, `"${key}" must be a list`)
    return value.map((item) => {
      if (typeof item !== 'string') throw new FileError(this.place, `"${key}" must be a list of texts`)
      return item
    })
  }

  /** An object, empty when it is not given. */
  optionalObject(key: string): JsonObject {
    return key in this.#object ? this.object(key) : {}
  }

  object(key: string): JsonObject {
    const value = this.#object[key]
    if (!isObject(value)) throw new FileError(this.place, `"${key}" must be a mapping`)
    return value
  }

  list(key: string): readonly Json[] {
    const value = this.#object[key]
    if (!isList(value)) throw new FileError(this.place, `"${key}" must be a list`)
    return value
  }
}
