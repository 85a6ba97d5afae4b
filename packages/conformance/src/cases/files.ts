import { readFolder } from '../data.ts'
import type { Case } from './case.ts'
import { loadCases } from './load.ts'

/**
 * Every case of this package, by capability and in the order of the files.
 *
 * @throws {FileError} for a file that does not follow the form.
 */
export function readCases(): Case[] {
  return readFolder('cases').flatMap(({ name, text }) => loadCases(name, text))
}
