import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  format: ['esm'],
  target: 'es2022',
  // Client, server and contract are part of this package, so that it runs by itself wherever it is downloaded to.
  noExternal: [/^@party\//],
  dts: { entry: { index: 'src/index.ts' }, resolve: [/^@party\//] },
  clean: true,
})
