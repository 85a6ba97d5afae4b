import { DecodeError } from '../codec.ts'

/** Where in a document a value stands: an object or list, seen from what holds it. */
export interface Place {
  readonly parent: Place | undefined
  /** Name of the field or index of the element under which the holder has it. */
  readonly name: string | number
  /** Whether what is not known is refused (as a server does) or passed over (as a client does). */
  readonly strict: boolean
}

/** The outermost place of a document. */
export const strictRoot: Place = { parent: undefined, name: '', strict: true }
export const tolerantRoot: Place = { parent: undefined, name: '', strict: false }

/** Refuses the value that `at` has under `name`. */
export function fail(at: Place, name: string | number, problem: string): never {
  throw new DecodeError(problem, pathOf({ parent: at, name, strict: at.strict }))
}

// Only built once something is wrong: decoding itself never spends time on paths.
function pathOf({ parent, name }: Place): string {
  const before = parent === undefined ? '' : pathOf(parent)
  if (typeof name === 'number') return `${before}[${name}]`
  return before === '' || name === '' ? before + name : `${before}.${name}`
}
