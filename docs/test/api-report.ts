import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * The public surface of a package as text that is the same whatever its files are called: what each entry exports, and
 * every declaration that its types are made of, without comments.
 *
 * @param dist the folder of the packed package that holds its `.d.ts` files
 */
export function apiReport(dist: string): string {
  const files = readdirSync(dist)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => parse(join(dist, name), name))
  // A file that several entries share has a hash in its name.
  const entries = files.filter(({ fileName }) => !/-[\w-]{8}\.d\.ts$/.test(fileName))
  const exported = entries.map((file) => `// ${file.fileName} exports\n${exportsOf(file).join('\n')}\n`)
  const declared = files.flatMap((file) =>
    file.statements.filter(isDeclaration).map((each) => print(file, each)),
  )
  return [...exported.sort(), ...declared.sort()].join('\n')
}

function parse(path: string, name: string): ts.SourceFile {
  return ts.createSourceFile(name, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022)
}

function exportsOf(file: ts.SourceFile): string[] {
  return file.statements
    .flatMap((statement) => {
      const clause = ts.isExportDeclaration(statement) && statement.exportClause
      if (!clause || !ts.isNamedExports(clause)) return []
      return clause.elements.map(({ name, isTypeOnly }) => `${isTypeOnly ? 'type ' : ''}${name.text}`)
    })
    .sort()
}

function isDeclaration(statement: ts.Statement): boolean {
  return !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)
}

function print(file: ts.SourceFile, statement: ts.Statement): string {
  const printer = ts.createPrinter({ removeComments: true })
  return `${printer.printNode(ts.EmitHint.Unspecified, statement, file)}\n`
}
