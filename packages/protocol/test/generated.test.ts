import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from '@bufbuild/protobuf'
import { CodeGeneratorRequestSchema } from '@bufbuild/protobuf/wkt'
import { plugin } from '@party/codegen'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileProto, ownFiles, root } from './contract.fixture.ts'

interface Output {
  readonly out: string
  readonly opt: readonly string[]
}

const { plugins } = parse(readFileSync(`${root}buf.gen.yaml`, 'utf8')) as { plugins: readonly Output[] }
const descriptors = compileProto()

/** What a plugin of buf.gen.yaml would write, by path. */
function generate({ opt }: Output): Record<string, string> {
  const options = opt.map((option) => option.replace('errors=', `errors=${root}`))
  const { file } = plugin.run(
    create(CodeGeneratorRequestSchema, {
      fileToGenerate: ownFiles(descriptors),
      protoFile: descriptors.file,
      parameter: options.join(','),
    }),
  )
  return Object.fromEntries(file.map(({ name, content }) => [name, content]))
}

/** What is committed, by path below the folder. */
function committed(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  // Godot writes an .uid beside every script that it has seen; it is not committed.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.uid'),
  )
  return Object.fromEntries(
    files.map(({ name, parentPath }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')]
    }),
  )
}

describe('what is generated', () => {
  it.each(plugins)(
    'in $out is what the contract gives: otherwise run `npx -y pnpm@10 generate`',
    (output) => {
      expect(committed(join(root, output.out))).toEqual(generate(output))
    },
  )
})
