import { join } from 'node:path'
import { Application, Comment, type ProjectReflection, ReflectionKind, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { apiFolder, docsFolder, packagesFolder } from './paths.ts'

/** What can be imported: the file that says what that is, and what it is for. */
const entryPoints: Readonly<Record<string, { readonly file: string; readonly about: string }>> = {
  '@party/client': {
    file: 'client/src/index.ts',
    about: 'The SDK of a game: sessions, a socket with every call and event, live parties.',
  },
  '@party/client/protobuf': {
    file: 'client/src/protobuf.ts',
    about: 'Binary frames, for the option `codec` of a client or socket.',
  },
  '@party/testing': {
    file: 'testing/src/index.ts',
    about: 'A server, time, faults and any number of players inside a test.',
  },
  '@party/testing/vitest': {
    file: 'testing/src/vitest.ts',
    about: 'The same as a fixture of Vitest.',
  },
  '@party/server': {
    file: 'server/src/index.ts',
    about: 'The server, in a process: hooks, functions, notifications, faults.',
  },
  '@party/server/node': {
    file: 'server/src/hosts/node.ts',
    about: 'The server on a port.',
  },
  '@party/server/msw': {
    file: 'server/src/hosts/msw.ts',
    about: 'The server behind Mock Service Worker.',
  },
  '@party/conformance': {
    file: 'conformance/src/index.ts',
    about: 'The suite for clients and servers, as a library.',
  },
}

/** The names of the entry points by the name that TypeDoc has for their file. */
const importNames = new Map(
  Object.entries(entryPoints).map(([name, { file }]) => [file.replace(/(\/index)?\.ts$/, ''), name]),
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
    entryPoints: Object.values(entryPoints).map(({ file }) => join(packagesFolder, file)),
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

/** Gives each module the name it is imported by, and says what it is for; TypeDoc names it after its file. */
function nameModules(project: ProjectReflection): void {
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    const name = importNames.get(module.name)
    if (name === undefined) throw new Error(`${module.name} is none of the entry points`)
    module.name = name
    module.comment ??= new Comment([{ kind: 'text', text: entryPoints[name]?.about ?? '' }])
  }
}
