import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProjectReflection, ReflectionKind } from 'typedoc'
import { docsFolder } from './paths.ts'

/** The class that a variable of the guide is an object of. */
const classOf: Readonly<Record<string, string>> = {
  socket: 'PartySocket',
  party: 'LiveParty',
  client: 'PartyClient',
  env: 'TestEnvironment',
  'env.faults': 'Faults',
  'env.clock': 'TestClock',
  'env.server': 'PartyServer',
  PartyError: 'PartyError',
  Session: 'Session',
}

/** A name in the text of a page that is nowhere in the packages. */
export interface Stray {
  readonly page: string
  readonly name: string
}

/** Looks up every `socket.name`, `party.name`, … of the pages. (Snippets are compiled; text is not.) */
export function findStrays(project: ProjectReflection): Stray[] {
  return ['guide', 'testing', 'protocol'].flatMap((folder) =>
    readdirSync(join(docsFolder, folder))
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => {
        const text = readFileSync(join(docsFolder, folder, file), 'utf8')
        if (isOfAnotherLanguage(text)) return []
        return mentionsIn(text)
          .filter(({ variable, member }) => !exists(project, classOf[variable] ?? '', member))
          .map(({ variable, member }) => ({ page: `${folder}/${file}`, name: `${variable}.${member}` }))
      }),
  )
}

/** A page about an engine names what its SDK has, in snippets of its own. */
function isOfAnotherLanguage(text: string): boolean {
  return /^<<< .*\.(?!ts\b)\w+#/m.test(text) && !text.includes('[TypeScript]')
}

function mentionsIn(text: string): { variable: string; member: string }[] {
  const variables = Object.keys(classOf).sort((a, b) => b.length - a.length)
  // An option of a server (`socket.server_key`) and a file (`party.test.ts`) are something else.
  const names = variables.join('|').replaceAll('.', '\\.')
  const pattern = new RegExp(`\`(${names})\\.([a-zA-Z]+)(?!\\w|\\.ts)`, 'g')
  return [...text.matchAll(pattern)].map(([, variable = '', member = '']) => ({ variable, member }))
}

function exists(project: ProjectReflection, name: string, member: string): boolean {
  return project
    .getReflectionsByKind(ReflectionKind.ClassOrInterface)
    .some((reflection) => reflection.name === name && reflection.getChildByName([member]) !== undefined)
}
