import { type Contract, lowerFirst } from '@party/codegen'
import {
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type SignatureReflection,
} from 'typedoc'

/** Something public that is not documented as it should be. */
export interface Gap {
  readonly name: string
  readonly why: string
}

/** Classes whose every method is documented by itself. */
const classes = [
  'PartyClient',
  'PartySocket',
  'BareSocket',
  'LiveParty',
  'Session',
  'TestEnvironment',
  'PartyServer',
]

/** Classes whose methods are the calls of the contract. */
const callers = ['PartyClient', 'PartySocket', 'BareSocket']

/** What a server would answer to a request that the SDK never sends: it ends with `invalid_argument`. */
const refusedBefore = ['rpc_id_missing']

/**
 * What is missing in the documentation of the public surface: a text for every export and for every method of the
 * classes that one works with, and for every call the errors that the contract names for it. What every call of a
 * class can end with may be said of the class.
 */
export function findGaps(project: ProjectReflection, contract: Contract): Gap[] {
  const errors = new Map(
    [...contract.operations, ...contract.httpOperations].map(({ name, errors }) => [
      lowerFirst(name),
      errors,
    ]),
  )
  const modules = project.getChildrenByKind(ReflectionKind.Module)
  return modules.flatMap((module) =>
    (module.children ?? [])
      .filter(({ kind }) => kind !== ReflectionKind.Reference)
      .flatMap((child) => gapsOf(module.name, child, errors)),
  )
}

function gapsOf(
  module: string,
  child: DeclarationReflection,
  errors: ReadonlyMap<string, readonly string[]>,
): Gap[] {
  const name = `${module} ${child.name}`
  const own = isDocumented(child) ? [] : [{ name, why: 'has no docstring' }]
  if (!classes.includes(child.name)) return own
  const methods = child
    .getChildrenByKind(ReflectionKind.Method)
    .filter((method) => !method.name.startsWith('['))
    .flatMap((method) => {
      const full = `${name}.${method.name}`
      if (!isDocumented(method)) return [{ name: full, why: 'has no docstring' }]
      if (!callers.includes(child.name)) return []
      const text = [...textsOf(child), ...textsOf(method)].join(' ')
      const missing = (errors.get(method.name) ?? []).filter(
        (code) => !refusedBefore.includes(code) && !text.includes(`\`${code}\``),
      )
      return missing.map((code) => ({ name: full, why: `does not say that it can end with ${code}` }))
    })
  return [...own, ...methods]
}

function isDocumented(reflection: DeclarationReflection): boolean {
  return textsOf(reflection).some((text) => text.trim() !== '')
}

function textsOf(reflection: DeclarationReflection): string[] {
  const signatures: readonly SignatureReflection[] = [
    ...(reflection.signatures ?? []),
    ...(reflection.getSignature === undefined ? [] : [reflection.getSignature]),
  ]
  return [reflection, ...signatures].map(({ comment }) =>
    (comment?.summary ?? []).map(({ text }) => text).join(''),
  )
}
