import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  // The contract is bundled in, types included: the package has no dependency on the workspace.
  noExternal: ['@party/protocol'],
  dts: {
    resolve: ['@party/protocol'],
    compilerOptions: { paths: { '@party/protocol': ['../protocol/src/index.ts'] } },
  },
  clean: true,
  target: 'es2022',
})
