import { describe, expect, it } from 'vitest'
import { type FieldInit, field, Label, type MessageInit, registryOf, Type } from './proto.fixture.ts'
import { readProto } from './proto.ts'

function read(...messages: readonly MessageInit[]) {
  return readProto(registryOf(...messages), ['options.proto', 'contract.proto'])
}

/** The type of the only field of a message. */
function typeOf(init: FieldInit) {
  return read({ name: 'Sample', field: [init] }).messages[0]?.fields[0]?.type
}

describe('a field', () => {
  it.each([
    ['a text', field('a', Type.STRING), { kind: 'scalar', scalar: 'string' }],
    ['bytes', field('a', Type.BYTES), { kind: 'scalar', scalar: 'bytes' }],
    [
      'a list of texts',
      field('a', Type.STRING, { label: Label.REPEATED }),
      { kind: 'list', item: { kind: 'scalar', scalar: 'string' } },
    ],
    [
      'a message',
      field('a', Type.MESSAGE, { typeName: '.party.Sample' }),
      { kind: 'message', message: 'Sample' },
    ],
    [
      'a wrapper',
      field('a', Type.MESSAGE, { typeName: '.google.protobuf.Int32Value' }),
      { kind: 'wrapper', scalar: 'int32' },
    ],
  ])('can be %s', (_, init, expected) => {
    expect(typeOf(init)).toEqual(expected)
  })

  it.each([
    ['a number no language here reads exactly', field('a', Type.UINT64)],
    ['a list of numbers', field('a', Type.INT32, { label: Label.REPEATED })],
    ['a wrapper that no message has', field('a', Type.MESSAGE, { typeName: '.google.protobuf.BytesValue' })],
  ])('cannot be %s', (_, init) => {
    expect(() => typeOf(init)).toThrow('Sample.a: fields of this type are not supported')
  })

  it.each(['partyId', 'party__id', 'constructor'])('cannot be named %s', (name) => {
    expect(() => typeOf(field(name, Type.STRING))).toThrow(`Sample.${name}`)
  })
})

describe('a message', () => {
  const inOneof = (name: string, number: number) => field(name, Type.STRING, { number, oneofIndex: 0 })

  it('can have fields of which one is set', () => {
    const { messages } = read({
      name: 'Sample',
      field: [inOneof('a', 1), inOneof('b', 2)],
      oneofDecl: [{ name: 'id' }],
    })
    expect(messages[0]).toMatchObject({
      oneof: { name: 'id', ofMessages: false },
      fields: [{ inOneof: true }, { inOneof: true }],
    })
  })

  it('cannot have a oneof of messages unless it is the envelope', () => {
    const member = field('a', Type.MESSAGE, { typeName: '.party.Sample', oneofIndex: 0 })
    const message = { field: [member], oneofDecl: [{ name: 'message' }] }
    expect(() => read({ name: 'Sample', ...message })).toThrow('only Envelope')
    expect(read({ name: 'Sample' }, { name: 'Envelope', ...message }).messages[1]).toMatchObject({
      oneof: { ofMessages: true },
    })
  })

  it('cannot have messages inside', () => {
    expect(() => read({ name: 'Sample', nestedType: [{ name: 'Inner' }] })).toThrow('nested messages')
  })
})

it('a file of options is not part of the contract', () => {
  expect(read().messages).toEqual([])
})
