import { readFileSync } from 'node:fs'
import { create, createFileRegistry } from '@bufbuild/protobuf'
import {
  type CodeGeneratorRequest,
  CodeGeneratorResponseSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt'
import { type Plugin, runNodeJs } from '@bufbuild/protoplugin'
import { checkContract } from './check.ts'
import { readErrors } from './read/errors.ts'
import { readProto } from './read/proto.ts'
import { csharp } from './targets/csharp/index.ts'
import { gdscript4 } from './targets/gdscript4/index.ts'
import { lua } from './targets/lua/index.ts'
import type { Target } from './targets/target.ts'
import { typescript } from './targets/typescript/index.ts'

const targets: Readonly<Record<string, Target>> = { csharp, gdscript4, lua, typescript }

/**
 * The protoc plugin. Its options: `target`, the language to write, and `errors`, the path of `errors.yaml` as seen
 * from where the plugin runs.
 */
export const plugin: Plugin = {
  name: 'protoc-gen-party',
  version: '0.1.0',
  run(request) {
    const options = new URLSearchParams(request.parameter.replaceAll(',', '&'))
    const target = targets[options.get('target') ?? '']
    if (target === undefined)
      throw new Error(`option target has to be one of ${Object.keys(targets).join(', ')}`)
    const errors = options.get('errors')
    if (errors === null) throw new Error('option errors has to be the path of errors.yaml')
    const contract = {
      ...readProto(createFileRegistry(allFiles(request)), request.fileToGenerate),
      errors: readErrors(readFileSync(errors, 'utf8')),
    }
    checkContract(contract)
    const file = target(contract).map(({ path, content }) => ({ name: path, content }))
    return create(CodeGeneratorResponseSchema, { file })
  },
}

function allFiles(request: CodeGeneratorRequest) {
  return create(FileDescriptorSetSchema, { file: request.protoFile })
}

if (import.meta.main) runNodeJs(plugin)
