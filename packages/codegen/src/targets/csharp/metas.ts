import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unityMeta } from './unity.ts'

/** The C# SDK, which is a package of Unity's too. */
export const unityPackage = fileURLToPath(new URL('../../../../client-csharp/', import.meta.url))

/** What has to stand beside the files and folders of a Unity package, by path below its root. */
export function unityMetas(root: string): Map<string, string> {
  const metas = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
      const { name } = entry
      // Unity does not look at these.
      if (name.startsWith('.') || name.endsWith('~') || name.endsWith('.meta')) continue
      const path = folder + name
      metas.set(`${path}.meta`, unityMeta(path, entry.isDirectory()))
      if (entry.isDirectory()) walk(`${path}/`)
    }
  }
  walk('')
  return metas
}

/** The paths of those that stand there. */
export function presentMetas(root: string): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => path.endsWith('.meta')).sort()
}

if (import.meta.main) {
  const metas = unityMetas(unityPackage)
  for (const path of presentMetas(unityPackage)) {
    if (!metas.has(path)) rmSync(unityPackage + path)
  }
  for (const [path, content] of metas) writeFileSync(unityPackage + path, content)
}
