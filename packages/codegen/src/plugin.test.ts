import { create } from '@bufbuild/protobuf'
import { CodeGeneratorRequestSchema } from '@bufbuild/protobuf/wkt'
import { expect, it } from 'vitest'
import { plugin } from './plugin.ts'

it.each([
  ['no target', '', 'typescript'],
  ['a target that is not', 'target=cobol,errors=errors.yaml', 'typescript'],
  ['no errors', 'target=typescript', 'errors.yaml'],
])('the plugin refuses to run with %s', (_, parameter, named) => {
  expect(() => plugin.run(create(CodeGeneratorRequestSchema, { parameter }))).toThrow(named)
})
