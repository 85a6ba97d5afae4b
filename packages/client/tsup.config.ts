import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/protobuf.ts'],
  format: ['esm', 'cjs'],
  // The contract is bundled in, types included: the package has no dependency on the workspace.
  noExternal: [/^@party\/protocol/],
  dts: {
    resolve: [/^@party\/protocol/],
    compilerOptions: {
      paths: {
        '@party/protocol': ['../protocol/src/index.ts'],
        '@party/protocol/protobuf': ['../protocol/src/protobuf.ts'],
      },
    },
  },
  clean: true,
  target: 'es2022',
})
