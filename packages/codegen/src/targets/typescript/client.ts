import type { Contract, Field, FieldType, Message, Scalar } from '../../model.ts'
import { banner, docComment, functionName, importFrom, property } from './print.ts'
import type { Roles } from './roles.ts'

// What a client carries into a browser. Every byte of it is downloaded by every player, so it is not code for each
// message but the least that says how messages differ; small functions in `src/client/` do the rest.

const kinds: Readonly<Record<Scalar, string>> = {
  string: 'text',
  bool: 'bool',
  int32: 'int32',
  int64: 'int64',
  double: 'double',
  bytes: 'bytes',
}

/** Messages that come many times a second: reading them by code of their own is worth its bytes. */
const frequent = ['PartyData', 'UserPresence']

/** Lets a bundler drop what is not used. */
const pure = '/* @__PURE__ */ '

/** Kinds a generated file uses, collected while it is written. */
type Use = (kind: string) => string

const reader = (message: string) => functionName(message, 'Reader')

/** Readers of what a server sends, and what cannot be told from a request itself when it is written. */
export function clientJsonFile(contract: Contract, roles: Roles): string {
  const used = new Set(['message', 'type Readers'])
  const use: Use = (kind) => {
    used.add(kind)
    return kind
  }
  const replies = contract.httpOperations.flatMap(({ reply }) => reply ?? [])
  const messages = partsFirst(
    contract,
    reached(contract, [...roles.fromServer.map(({ message }) => message), ...replies]),
  )
  // What is read in one place only stands there: a name of its own would be bytes for nothing.
  const named = messages.filter(({ name }) => {
    const isPart = messages.some(({ fields }) => fields.some(({ type }) => partOf(type) === name))
    return isPart || replies.includes(name)
  })
  const readers = named.map((message) => `export const ${reader(message.name)} = ${readerOf(message, use)}\n`)
  const table = roles.fromServer.map(({ field, message }) => {
    const own = messages.find(({ name }) => name === message)
    const read = own && !named.includes(own) ? readerOf(own, use, '  ') : reader(message)
    return `  ${property(field)}: ${read},\n`
  })
  const imports = [
    importFrom('../client/kinds.ts', [...used]),
    importFrom(
      './messages.ts',
      messages.map(({ name }) => name),
      'import type',
    ),
  ]
  return [
    banner + imports.join(''),
    ...readers,
    `${docComment('Readers of what a server sends.')}export const replyReaders: Readers = {\n${table.join('')}}\n`,
    ...requestTables(contract, roles),
  ].join('\n')
}

function readerOf({ name, fields }: Message, use: Use, indent = ''): string {
  if (frequent.includes(name)) {
    const lines = fields.map(
      (field) => `${indent}    ${property(field.name)}: ${kindOf(field, use)}(from['${field.name}']),\n`,
    )
    const head = `(value: unknown): ${name} => {\n${indent}  const from = ${use('object')}(value)\n`
    return `${head}${indent}  return {\n${lines.join('')}${indent}  }\n${indent}}`
  }
  if (fields.length === 0) return `${pure}${use('message')}<${name}>({})`
  const lines = fields.map((field) => `${indent}  ${property(field.name)}: ${kindOf(field, use)},\n`)
  return `${pure}${use('message')}<${name}>({\n${lines.join('')}${indent}})`
}

function kindOf({ name, type, inOneof }: Field, use: Use): string {
  switch (type.kind) {
    case 'message':
      return reader(type.message)
    case 'timestamp':
      return use('optionalTime')
    case 'wrapper':
      return use(optional(name, type.scalar))
    case 'list':
      return `${pure}${use('list')}(${type.item.kind === 'message' ? reader(type.item.message) : use('text')})`
    case 'map':
      return `${pure}${use('map')}(${use(kinds[type.value])})`
    case 'scalar':
      return use(inOneof ? optional(name, type.scalar) : kinds[type.scalar])
  }
}

/** The message that a field holds, itself or in a list. */
function partOf(type: FieldType): string | undefined {
  const part = type.kind === 'list' ? type.item : type
  return part.kind === 'message' ? part.message : undefined
}

/** Each message after those it is made of. The contract has none that holds itself. */
function partsFirst(contract: Contract, messages: readonly Message[]): Message[] {
  const sorted = messages.flatMap((message): Message[] => {
    const parts = reached(
      contract,
      message.fields.flatMap(({ type }) => partOf(type) ?? []),
    )
    return [...partsFirst(contract, parts), message]
  })
  return [...new Set(sorted)]
}

/** The messages named, and what they are made of. */
function reached({ messages }: Contract, names: readonly string[]): Message[] {
  const all = new Set(names)
  for (const name of all) {
    // What is added here is walked too: a set that grows is walked to its end.
    const fields = messages.find((message) => message.name === name)?.fields ?? []
    for (const { type } of fields) {
      const part = partOf(type)
      if (part !== undefined) all.add(part)
    }
  }
  return messages.filter(({ name }) => all.has(name))
}

/** Only what the contract has: each kind is a function that every client carries. */
function optional(name: string, scalar: Scalar): string {
  if (scalar !== 'string')
    throw new Error(`${name}: what a client reads can be left out only if it is a string`)
  return 'optionalText'
}

/** The fields of requests whose values do not show what they are. A request is written without a table of its own. */
function requestTables(contract: Contract, roles: Roles): string[] {
  const sent = reached(contract, [
    ...roles.fromClient.map(({ message }) => message),
    ...contract.httpOperations.flatMap(({ body, request }) => bodyOf(contract, request, body)),
  ])
  const fields = sent.flatMap((message) => message.fields)
  const named = (kind: FieldType['kind']) => {
    const names = new Set(fields.filter(({ type }) => type.kind === kind).map(({ name }) => name))
    const ambiguous = fields.find(({ name, type }) => names.has(name) && type.kind !== kind)
    if (ambiguous) throw new Error(`${ambiguous.name}: in some requests it is a ${kind}, in others it is not`)
    return [...names].map((name) => `'${name}'`).join(', ')
  }
  const list = (name: string, names: string, docs: string) =>
    `${docComment(docs)}export const ${name}: readonly string[] = [${names}]\n`
  return [
    list(
      'mapFields',
      named('map'),
      "Fields of requests, as JSON names them, that are maps: the names in them are not the contract's.",
    ),
    list(
      'wrapperFields',
      named('wrapper'),
      'Fields of requests, as JSON names them, that say something by being there, even when empty.',
    ),
  ]
}

function bodyOf({ messages }: Contract, request: string | undefined, body: string | undefined): string[] {
  const message = messages.find(({ name }) => name === request)
  if (message === undefined || body === undefined) return []
  if (body === '*') return [message.name]
  const type = message.fields.find(({ name }) => name === body)?.type
  return type?.kind === 'message' ? [type.message] : []
}
