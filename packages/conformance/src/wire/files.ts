import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type KnownFailure, loadKnownFailures } from '../known-failures.ts'
import { loadRecording } from './load.ts'
import type { Recording } from './scenario.ts'

const folder = new URL('../../recordings/', import.meta.url)
const notYetFile = 'not-yet.yaml'

/**
 * Every recording of this package, by file name.
 *
 * @throws {FileError} for a file that does not follow the form.
 */
export function readRecordings(): Recording[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== notYetFile)
  return files.sort().map((file) => loadRecording(basename(file, '.yaml'), readText(file)))
}

/**
 * The scenarios that our own server is known not to answer yet.
 *
 * @throws {FileError} for a file that does not follow the form.
 */
export function readNotYet(): KnownFailure[] {
  return loadKnownFailures(notYetFile, readText(notYetFile))
}

function readText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}
