import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { type Contract, readErrors, readProto } from '@party/codegen'
import { packagesFolder } from './paths.ts'

/** The contract as the generator of SDKs sees it. */
export function readContract(): Contract {
  const folder = join(packagesFolder, 'protocol')
  const buf = createRequire(import.meta.url).resolve('@bufbuild/buf/bin/buf')
  const binary = execFileSync(process.execPath, [buf, 'build', '--as-file-descriptor-set', '-o', '-'], {
    cwd: folder,
    timeout: 60_000,
    maxBuffer: 2 ** 24,
  })
  const descriptors = fromBinary(FileDescriptorSetSchema, binary)
  const ownFiles = descriptors.file.map(({ name }) => name).filter((name) => name.startsWith('party/'))
  return {
    ...readProto(createFileRegistry(descriptors), ownFiles),
    errors: readErrors(readFileSync(join(folder, 'errors.yaml'), 'utf8')),
  }
}

/** A number of the protocol with its name and meaning. */
export interface Limit {
  readonly name: string
  readonly value: string
  readonly docs: string
}

/** What a server takes by default, and the close codes and reasons: constants of the contract's package. */
export function readConstants(file: 'limits' | 'close-codes'): Limit[] {
  const source = readFileSync(join(packagesFolder, 'protocol/src', `${file}.ts`), 'utf8')
  return [...source.matchAll(/^ {2}\/\*\* (.+) \*\/\n {2}(\w+): (.+),$/gm)].map(
    ([, docs = '', name = '', value = '']) => ({ name, docs, value: value.replace(/^'|'$/g, '') }),
  )
}
