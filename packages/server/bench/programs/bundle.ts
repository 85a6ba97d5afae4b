import { gzipSync } from 'node:zlib'
import { loadBrowserBuild, loadBundler, neighbourFolder } from './neighbours.ts'

// What a page downloads for a client; prints bytes after gzip.

interface Bundler {
  build(options: object): Promise<{ outputFiles: readonly { readonly contents: Uint8Array }[] }>
}

const plugins = [await loadBrowserBuild()]

async function gzippedBytes(code: string): Promise<number> {
  const { outputFiles } = await loadBundler<Bundler>().build({
    stdin: { contents: code, resolveDir: neighbourFolder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    plugins,
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

process.stdout.write(
  JSON.stringify({
    whole: await gzippedBytes("export * from '@party/client'"),
    bare: await gzippedBytes("export { BareSocket } from '@party/client'"),
    nakamaJs: await gzippedBytes("export * from '@heroiclabs/nakama-js'"),
  }),
)
