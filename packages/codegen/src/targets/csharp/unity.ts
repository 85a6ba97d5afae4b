import { createHash } from 'node:crypto'

/**
 * What Unity keeps beside every file and folder of a package. It makes these files by itself in a project, but not in
 * an installed package, where it ignores what has none. The id only has to be unique and to stay: it comes from the path.
 *
 * @param path below the root of the package, with slashes
 */
export function unityMeta(path: string, isFolder = false): string {
  const guid = createHash('md5').update(`com.party.client/${path}`).digest('hex')
  return `fileFormatVersion: 2\nguid: ${guid}\n${isFolder ? 'folderAsset: yes\n' : ''}${importerOf(path)}`
}

const scriptSettings =
  '  serializedVersion: 2\n  defaultReferences: []\n  executionOrder: 0\n  icon: {instanceID: 0}\n'

const settings = '  externalObjects: {}\n  userData: \n  assetBundleName: \n  assetBundleVariant: \n'

function importerOf(path: string): string {
  if (path.endsWith('.cs')) return `MonoImporter:\n${scriptSettings}${settings}`
  if (path.endsWith('.asmdef')) return `AssemblyDefinitionImporter:\n${settings}`
  if (path === 'package.json') return `PackageManifestImporter:\n${settings}`
  if (path.endsWith('.md')) return `TextScriptImporter:\n${settings}`
  return `DefaultImporter:\n${settings}`
}
