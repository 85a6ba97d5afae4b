import { ApiError } from '../api-error.ts'

/** Go's spellings. */
const booleans: Readonly<Record<string, boolean>> = {
  ...{ '1': true, t: true, T: true, true: true, TRUE: true, True: true },
  ...{ '0': false, f: false, F: false, false: false, FALSE: false, False: false },
}

/**
 * Reads the fields of a request out of a URL's parameters, as Nakama's gateway does: by their JSON name or in camel
 * case, unknown ones passed over. Each method throws an `ApiError` 3 for a value that is not of its kind, or for a
 * parameter that is there twice.
 */
export class QueryReader {
  readonly #parameters: URLSearchParams

  constructor(parameters: URLSearchParams) {
    this.#parameters = parameters
  }

  /** Undefined when the parameter is not there. */
  string(name: string): string | undefined {
    const values = this.strings(name)
    if (values.length > 1) {
      throw ApiError.invalidArgument(`too many values for field "${name}": ${values.join(', ')}`)
    }
    return values[0]
  }

  strings(name: string): string[] {
    const camelCase = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    const values = this.#parameters.getAll(name)
    return camelCase === name ? values : [...values, ...this.#parameters.getAll(camelCase)]
  }

  /** Undefined when the parameter is not there. */
  bool(name: string): boolean | undefined {
    const value = this.string(name)
    if (value === undefined) return undefined
    const bool = Object.hasOwn(booleans, value) ? booleans[value] : undefined
    if (bool === undefined) throw notParsed(name, 'ParseBool', value, 'invalid syntax')
    return bool
  }

  /** Undefined when the parameter is not there. */
  int32(name: string): number | undefined {
    const value = this.string(name)
    if (value === undefined) return undefined
    if (!/^[+-]?\d+$/.test(value)) throw notParsed(name, 'ParseInt', value, 'invalid syntax')
    const number = Number(value)
    if (number !== (number | 0)) throw notParsed(name, 'ParseInt', value, 'value out of range')
    return number + 0 // + 0 turns -0 into 0
  }
}

function notParsed(name: string, parser: string, value: string, problem: string): ApiError {
  return ApiError.invalidArgument(
    `parsing field "${name}": strconv.${parser}: parsing ${JSON.stringify(value)}: ${problem}`,
  )
}
