import { join } from 'node:path'
import { Application, type ProjectReflection, ReflectionKind, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { apiFolder, docsFolder, packagesFolder } from './paths.ts'

/** What can be imported, and the file that says what that is. */
export const entryPoints: Readonly<Record<string, string>> = {
  '@party/client': 'client/src/index.ts',
  '@party/client/protobuf': 'client/src/protobuf.ts',
  '@party/testing': 'testing/src/index.ts',
  '@party/testing/vitest': 'testing/src/vitest.ts',
  '@party/server': 'server/src/index.ts',
  '@party/server/node': 'server/src/hosts/node.ts',
  '@party/server/msw': 'server/src/hosts/msw.ts',
  '@party/conformance': 'conformance/src/index.ts',
}

/** The same by the name that TypeDoc has for the file. */
const importNames = new Map(
  Object.entries(entryPoints).map(([name, path]) => [path.replace(/(\/index)?\.ts$/, ''), name]),
)

const options: Partial<TypeDocOptions & PluginOptions> = {
  name: 'API reference',
  tsconfig: join(docsFolder, 'site/tsconfig.api.json'),
  skipErrorChecking: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  disableSources: true,
  readme: 'none',
  githubPages: false,
  sort: ['source-order'],
  sortEntryPoints: false,
  router: 'member',
  entryFileName: 'index',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  excludeScopesInPaths: true,
  useCodeBlocks: true,
  // A name with type parameters must not look like an element to the page.
  pageTitleTemplates: { member: ({ rawName }) => rawName.replaceAll('<', '&lt;').replaceAll('>', '&gt;') },
  expandObjects: true,
  indexFormat: 'table',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: {
    hideSources: true,
    hideInherited: true,
    hideOverrides: true,
    leftAlignHeaders: true,
  },
  sanitizeComments: true,
  useHTMLEncodedBrackets: true,
  outputs: [{ name: 'markdown', path: apiFolder }],
  navigationJson: join(apiFolder, 'navigation.json'),
}

/** Reads the packages' public surface with its documentation. */
export async function readApi(): Promise<{ app: Application; project: ProjectReflection }> {
  const app = await Application.bootstrapWithPlugins({
    ...options,
    entryPoints: Object.values(entryPoints).map((path) => join(packagesFolder, path)),
    plugin: ['typedoc-plugin-markdown'],
  })
  const project = await app.convert()
  if (project === undefined) throw new Error('TypeDoc could not read the packages')
  nameModules(project)
  return { app, project }
}

/** Writes the API reference as pages of the site. */
export async function generateApi(): Promise<{ warnings: readonly string[] }> {
  const { app, project } = await readApi()
  await app.generateOutputs(project)
  return { warnings: app.logger.hasWarnings() ? ['TypeDoc had warnings'] : [] }
}

/** Gives each module the name it is imported by; TypeDoc names it after its file. */
function nameModules(project: ProjectReflection): void {
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    const name = importNames.get(module.name)
    if (name === undefined) throw new Error(`${module.name} is none of the entry points`)
    module.name = name
  }
}
