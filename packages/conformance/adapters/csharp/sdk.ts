import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathOf, run, type Sdk } from '../../toolchains/sdk.ts'
import { tool } from '../../toolchains/tools.ts'

const mono = { name: 'mono' }
const mcs = { name: 'mcs' }

/** Where Debian's package has it. */
const newtonsoft = process.env['NEWTONSOFT_JSON'] ?? '/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll'

const program = (folder: string, name: string) => join(folder, `${name}.exe`)

/** Compiles all sources of a folder; a warning is an error. */
async function compile(out: string, sources: string, ...more: readonly string[]): Promise<void> {
  const options = ['-nologo', '-warnaserror', '-r:System.Net.Http', `-r:${newtonsoft}`, ...more]
  await run([tool(mcs), ...options, `-out:${out}`, `-recurse:${pathOf(sources)}/*.cs`])
}

/** The C# SDK, by Mono. What its old compiler takes, every Unity does. */
export const csharp: Sdk = {
  name: 'csharp',
  language: 'C#',
  tools: [mono, mcs],
  async build(folder) {
    const library = join(folder, 'Party.dll')
    await copyFile(newtonsoft, join(folder, 'Newtonsoft.Json.dll'))
    await compile(library, 'packages/client-csharp/Runtime', '-target:library')
    const users = [
      ['adapter', 'packages/conformance/adapters/csharp'],
      ['Party.Tests', 'packages/client-csharp/Tests~'],
      ['snippets', 'docs/snippets/csharp'],
    ] as const
    for (const [name, sources] of users) await compile(program(folder, name), sources, `-r:${library}`)
  },
  adapter: (folder) => [tool(mono), program(folder, 'adapter')],
  tests: (folder) => [tool(mono), program(folder, 'Party.Tests')],
  snippets: (folder, server) => [tool(mono), program(folder, 'snippets'), server.href],
}
