import { defineConfig } from 'tsup'

const shared = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The contract is part of this package; see docs/decisions/0003.
  noExternal: ['@party/protocol'],
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
