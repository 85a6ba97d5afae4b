import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorSet, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { type Contract, readErrors, readProto } from '@party/codegen'

/** The folder of this package. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs buf as the scripts of this package do. */
export function buf(...args: readonly string[]): Buffer {
  const buf = createRequire(import.meta.url).resolve('@bufbuild/buf/bin/buf')
  return execFileSync(process.execPath, [buf, ...args], { cwd: root, timeout: 60_000, maxBuffer: 2 ** 24 })
}

/** The `.proto` files, compiled. */
export function compileProto(): FileDescriptorSet {
  return fromBinary(FileDescriptorSetSchema, buf('build', '--as-file-descriptor-set', '-o', '-'))
}

/** The whole contract, as the generator sees it. */
export function readContract(descriptors: FileDescriptorSet): Contract {
  return {
    ...readProto(createFileRegistry(descriptors), ownFiles(descriptors)),
    errors: readErrors(readFileSync(`${root}/errors.yaml`, 'utf8')),
  }
}

/** The files of the contract itself, without what they import from elsewhere. */
export function ownFiles(descriptors: FileDescriptorSet): string[] {
  return descriptors.file.map(({ name }) => name).filter((name) => name.startsWith('party/'))
}
