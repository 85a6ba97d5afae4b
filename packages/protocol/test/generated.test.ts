import { readdirSync, readFileSync } from 'node:fs'
import { create } from '@bufbuild/protobuf'
import { CodeGeneratorRequestSchema } from '@bufbuild/protobuf/wkt'
import { plugin } from '@party/codegen'
import { expect, it } from 'vitest'
import { compileProto, ownFiles, root } from './contract.fixture.ts'

it('is what the contract gives: otherwise run `npx -y pnpm@10 generate` and commit src/gen', () => {
  const descriptors = compileProto()
  const { file } = plugin.run(
    create(CodeGeneratorRequestSchema, {
      fileToGenerate: ownFiles(descriptors),
      protoFile: descriptors.file,
      parameter: `target=typescript,errors=${root}errors.yaml`,
    }),
  )
  const generated = Object.fromEntries(file.map(({ name, content }) => [name, content]))
  const folder = `${root}src/gen/`
  const committed = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const)
  expect(Object.fromEntries(committed)).toEqual(generated)
})
