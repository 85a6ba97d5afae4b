import { readFolder } from '../data.ts'
import { type KnownFailure, loadKnownFailures } from '../known-failures.ts'
import { loadRecording } from './load.ts'
import type { Recording } from './scenario.ts'

const notYet = 'not-yet'

/**
 * Every recording of this package, by file name.
 *
 * @throws {FileError} for a file that does not follow the form.
 */
export function readRecordings(): Recording[] {
  return readFolder('recordings')
    .filter(({ name }) => name !== notYet)
    .map(({ name, text }) => loadRecording(name, text))
}

/**
 * The scenarios that our own server is known not to answer yet.
 *
 * @throws {FileError} for a file that does not follow the form.
 */
export function readNotYet(): KnownFailure[] {
  return readFolder('recordings')
    .filter(({ name }) => name === notYet)
    .flatMap(({ name, text }) => loadKnownFailures(name, text))
}
