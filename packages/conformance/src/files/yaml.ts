import { parse } from 'yaml'
import { FileError } from './fields.ts'
import type { Json } from './json.ts'

/** @throws {FileError} when the text is not YAML. */
export function parseYaml(name: string, text: string): Json {
  try {
    return parse(text) as Json
  } catch (error) {
    throw new FileError(name, error instanceof Error ? error.message : String(error))
  }
}
