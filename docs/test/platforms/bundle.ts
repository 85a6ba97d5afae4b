import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'

/** A program of this folder as one file, for a runtime that does not read the workspace's sources. */
export async function bundle(name: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    target: 'es2022',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}
