import { defineConfig } from 'tsup'

const shared = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The contract is part of this package (docs/decisions/0003); jose is ESM only, which `require` cannot load everywhere.
  noExternal: ['@party/protocol', 'jose'],
} as const

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', node: 'src/hosts/node.ts' },
    dts: { resolve: [/^@party\//] },
    clean: true,
  },
  { ...shared, entry: { cli: 'src/cli.ts' }, format: ['esm'] },
])
