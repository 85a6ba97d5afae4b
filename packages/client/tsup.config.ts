import { defineConfig, type Options } from 'tsup'
import { forBrowsers } from './for-browsers.ts'

// The contract is bundled in, types included: the package has no dependency on the workspace.
const shared: Options = { target: 'es2022', noExternal: [/^@party\/protocol/] }

export default defineConfig([
  {
    ...shared,
    entry: ['src/index.ts', 'src/protobuf.ts'],
    format: ['esm', 'cjs'],
    dts: {
      resolve: [/^@party\/protocol/],
      compilerOptions: {
        paths: {
          '@party/protocol': ['../protocol/src/index.ts'],
          '@party/protocol/protobuf': ['../protocol/src/protobuf.ts'],
        },
      },
    },
  },
  {
    ...shared,
    entry: { browser: 'src/index.ts' },
    format: ['esm'],
    platform: 'browser',
    esbuildPlugins: [forBrowsers],
  },
])
