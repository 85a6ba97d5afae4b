import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandLine, pathOf, run, type Sdk } from '../../toolchains/sdk.ts'
import { type Tool, tool } from '../../toolchains/tools.ts'

const godot: Tool = { name: 'godot4', variable: 'GODOT4' }

/** A script of the project that was built, run without a window and with nothing but its own words on stdout. */
function script(project: string, path: string, ...args: string[]): CommandLine {
  const options = ['--headless', '--no-header', '--path', project, '--script', `res://${path}`]
  return [tool(godot), ...options, ...(args.length > 0 ? ['--', ...args] : [])]
}

/** The addon, in a project with its tests, its adapter and its snippets. */
export const godot4: Sdk = {
  name: 'godot4',
  language: 'GDScript',
  tools: [godot],

  async build(folder) {
    // A copy, because Godot writes beside what it runs.
    for (const part of ['project.godot', 'addons', 'test'])
      await cp(pathOf(`packages/client-godot4/${part}`), join(folder, part), { recursive: true })
    await cp(pathOf('packages/conformance/adapters/godot4'), join(folder, 'adapter'), { recursive: true })
    await cp(pathOf('docs/snippets/godot'), join(folder, 'snippets'), { recursive: true })
    // Finds the classes that scripts name.
    await run([tool(godot), '--headless', '--path', folder, '--import'])
  },

  adapter: (folder) => script(folder, 'adapter/stdio.gd'),
  tests: (folder) => script(folder, 'test/run.gd'),
  snippets: (folder, server) => script(folder, 'snippets/main.gd', server.origin),
}
