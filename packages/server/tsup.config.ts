import { cp } from 'node:fs/promises'
import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/hosts/node.ts', msw: 'src/hosts/msw.ts', cli: 'src/cli.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The contract is part of this package, types included; see docs/decisions/0003.
  noExternal: [/^@party\/protocol/],
  dts: {
    resolve: ['@party/protocol'],
    compilerOptions: { paths: { '@party/protocol': ['../protocol/src/index.ts'] } },
  },
  clean: true,
  shims: true,
  // The inspector's page is served as it is written.
  onSuccess: () =>
    cp('src/inspector/page', 'dist/inspector/page', {
      recursive: true,
      filter: (source) => !source.endsWith('.json'),
    }),
})
