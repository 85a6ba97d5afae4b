import { defineConfig } from 'tsup'

const shared = {
  target: 'es2022',
  // What a game's tests have of the SDK and of the server has to be the very same that the game has.
  external: [/^@party\/(client|server)/],
  // The contract is part of this package, types included; see docs/decisions/0003.
  noExternal: [/^@party\/protocol/],
  dts: {
    resolve: [/^@party\/protocol/],
    compilerOptions: {
      paths: {
        '@party/protocol': ['../protocol/src/index.ts'],
        '@party/protocol/protobuf': ['../protocol/src/protobuf.ts'],
        '@party/protocol/virtual-clock': ['../protocol/src/virtual-clock.ts'],
      },
    },
  },
} as const

export default defineConfig([
  { ...shared, entry: ['src/index.ts', 'src/vitest.ts'], format: 'esm', clean: true },
  // Vitest itself cannot be required, so neither can the fixture.
  { ...shared, entry: ['src/index.ts'], format: 'cjs' },
])
