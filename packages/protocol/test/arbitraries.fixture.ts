import { type Contract, camelCase, type FieldType, type Message } from '@party/codegen'
import fc from 'fast-check'
import { toInt64 } from '../src/int64.ts'

type Scalar = Extract<FieldType, { kind: 'scalar' }>['scalar']

/** Any text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', maxLength: 40 })
const int32 = fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer())
const int64 = fc
  .oneof(fc.bigInt({ min: -10n, max: 10n }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))
  .map((value) => toInt64(value) ?? 0)

const scalars: Record<Scalar, fc.Arbitrary<unknown>> = {
  string: text,
  bool: fc.boolean(),
  int32,
  int64,
  // JSON.stringify has no -0.
  double: fc.double().map((value) => (value === 0 ? 0 : value)),
  bytes: fc.uint8Array({ maxLength: 40 }),
}

const time = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

/** Any message of each kind, as it is after decoding: with every property. */
export function arbitraryMessages({ messages }: Contract): ReadonlyMap<string, fc.Arbitrary<object>> {
  const known = new Map<string, fc.Arbitrary<object>>()
  const messageNamed = (name: string): fc.Arbitrary<object> => {
    const found = messages.find((message) => message.name === name)
    if (found === undefined) throw new Error(`${name} is not in the contract`)
    const made = known.get(name) ?? arbitraryMessage(found, messageNamed)
    known.set(name, made)
    return made
  }
  for (const { name } of messages) messageNamed(name)
  return known
}

function arbitraryMessage(
  message: Message,
  named: (name: string) => fc.Arbitrary<object>,
): fc.Arbitrary<object> {
  const own = message.fields.filter(({ inOneof }) => !inOneof)
  const members = message.fields.filter(({ inOneof }) => inOneof)
  const values = own.map(({ name, type }) => [camelCase(name), value(type, named)])
  const fields = fc.record(Object.fromEntries(values), { noNullPrototype: true })
  if (members.length === 0) return fields
  const choices = members.map(({ name, type }) => present(type, named).map((chosen) => ({ name, chosen })))
  return fc.tuple(fields, fc.option(fc.oneof(...choices), { nil: undefined })).map(([rest, choice]) => {
    if (message.oneof?.ofMessages) {
      return { ...rest, message: choice && { case: camelCase(choice.name), value: choice.chosen } }
    }
    const unset = members.map(({ name }) => [camelCase(name), undefined] as const)
    return {
      ...rest,
      ...Object.fromEntries(unset),
      ...(choice && { [camelCase(choice.name)]: choice.chosen }),
    }
  })
}

/** What a field may hold. */
function value(type: FieldType, named: (name: string) => fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  const isOptional = ['wrapper', 'timestamp', 'message'].includes(type.kind)
  return isOptional ? fc.option(present(type, named), { nil: undefined }) : present(type, named)
}

/** What a field may hold when it is set. */
function present(type: FieldType, named: (name: string) => fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      return scalars[type.scalar]
    case 'timestamp':
      return time
    case 'message':
      return named(type.message)
    case 'list':
      return fc.array<unknown>(present(type.item, named), { maxLength: 4 })
    case 'map': {
      const key = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'toString'))
      const entries = fc.array(fc.tuple(key, scalars[type.value]), { maxLength: 4 })
      return entries.map((pairs) => Object.fromEntries(pairs))
    }
  }
}
