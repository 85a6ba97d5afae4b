import { type CommandLine, pathOf, type Sdk } from '../../toolchains/sdk.ts'
import { tool } from '../../toolchains/tools.ts'

// Defold runs Lua 5.1 or LuaJIT, depending on the platform. The tests of the SDK run in both.
const lua = { name: 'lua5.1', variable: 'LUA51' }
const luajit = { name: 'luajit', variable: 'LUAJIT' }

const run = (file: string, ...args: string[]): CommandLine => [tool(lua), pathOf(file), ...args]

/** The SDK for Defold. */
export const defold: Sdk = {
  name: 'defold',
  language: 'Lua',
  tools: [lua, luajit],
  // Sources are run as they are.
  build: async () => {},
  adapter: () => run('packages/conformance/adapters/defold/main.lua'),
  tests: () => run('packages/client-defold/test/run.lua', tool(luajit)),
  snippets: (_, server) => run('docs/snippets/defold/main.lua', server.href),
}
