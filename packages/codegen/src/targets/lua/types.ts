import type { Contract, Event, Field, Message, Operation, Scalar } from '../../model.ts'
import { snakeCase } from '../../names.ts'
import { banner, docComment, identifier, trailing } from './print.ts'

const scalarTypes: Readonly<Record<Scalar, string>> = {
  string: 'string',
  bool: 'boolean',
  int32: 'integer',
  // Beyond 2^53 a number of Lua is not exact: there it is the decimal digits.
  int64: 'integer|string',
  double: 'number',
  bytes: 'string',
}

/** Annotations for editors: what messages have in them, and how the calls and events of a socket are written. */
export function typesFile({ messages, operations, events }: Contract): string {
  const plain = messages.filter(({ oneof }) => !oneof?.ofMessages)
  return [
    `${banner}---@meta\n`,
    ...plain.map(classOf),
    `${docComment('What a socket can ask of the server. Every call takes its arguments in a row or as one table with their names, then options, then a callback; without a callback it has to be made inside of a coroutine, and returns what a callback would get.')}---@class party.SocketCalls\nlocal calls = {}\n`,
    ...operations.map((operation) => callOf(operation, plain)),
    `${docComment('What a socket can hear. Every function returns another one that takes the handler back.')}---@class party.SocketEvents\nlocal events = {}\n`,
    ...events.map(eventOf),
  ].join('\n')
}

function classOf({ name, docs, fields }: Message): string {
  const lines = fields.map(
    (field) => `---@field ${field.name} ${fieldType(field)}${optionalMark(field)}${trailing(field.docs)}\n`,
  )
  return `${docComment(docs)}---@class party.${name}\n${lines.join('')}`
}

function callOf({ name: _, docs, request, reply }: Operation, messages: readonly Message[]): string {
  const fields = messages.find(({ name }) => name === request.message)?.fields ?? []
  const parameters = fields.map(
    (field) => `---@param ${identifier(field.name)} ${fieldType(field)}?${trailing(field.docs)}\n`,
  )
  const result = reply === undefined ? 'boolean' : `party.${reply.message}`
  const lines = [
    docComment(docs),
    ...parameters,
    '---@param options party.CallOptions?\n',
    `---@param callback fun(result: ${result}?, error: party.Error?)?\n`,
    `---@return ${result}? result ${reply === undefined ? 'true' : 'what the server has answered'}\n`,
    '---@return party.Error? error\n',
  ]
  const names = [...fields.map(({ name }) => name), 'options', 'callback']
  return `${lines.join('')}function calls.${identifier(request.field)}(${names.join(', ')}) end\n`
}

function eventOf({ member, docs }: Event): string {
  return `${docComment(docs)}---@param handler fun(${identifier(snakeCase(member.field))}: party.${member.message})\n---@return fun() undo\nfunction events.on_${member.field}(handler) end\n`
}

function optionalMark({ type, inOneof }: Field): string {
  return inOneof || type.kind === 'wrapper' || type.kind === 'timestamp' ? '?' : ''
}

function fieldType({ type }: Field): string {
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      return scalarTypes[type.scalar]
    case 'timestamp':
      return 'string'
    case 'message':
      return `party.${type.message}`
    case 'list':
      return `${type.item.kind === 'message' ? `party.${type.item.message}` : 'string'}[]`
    case 'map':
      return `table<string, ${scalarTypes[type.value]}>`
  }
}
