import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  format: ['esm'],
  target: 'es2022',
  // Client, server and contract are part of this package; what they need themselves is among its dependencies.
  noExternal: [/^@party\//],
  dts: { entry: { index: 'src/index.ts' }, resolve: [/^@party\//] },
  clean: true,
})
