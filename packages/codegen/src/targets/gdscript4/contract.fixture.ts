import type { Contract, Field, FieldType } from '../../model.ts'

const field = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  name,
  number: 1,
  docs: `The ${name}.`,
  type,
  inOneof: false,
  ...more,
})
const text = { kind: 'scalar', scalar: 'string' } as const

/** A contract with one of everything. */
export const contract: Contract = {
  messages: [
    {
      name: 'Envelope',
      docs: 'One frame.',
      fields: [
        field('cid', text),
        field('error', { kind: 'message', message: 'RealtimeError' }, { inOneof: true }),
        field('sample_send', { kind: 'message', message: 'SampleSend' }, { inOneof: true }),
        field('sample', { kind: 'message', message: 'Sample' }, { inOneof: true }),
      ],
      oneof: { name: 'message', docs: 'What the frame says.', ofMessages: true },
    },
    { name: 'RealtimeError', docs: 'A refusal.', fields: [field('message', text)], oneof: undefined },
    {
      name: 'SampleSend',
      docs: 'Request: send a `sample`, in [brackets].',
      fields: [
        field('op_code', { kind: 'scalar', scalar: 'int64' }),
        field('data', { kind: 'scalar', scalar: 'bytes' }),
        field('open', { kind: 'scalar', scalar: 'bool' }),
        field('size', { kind: 'scalar', scalar: 'int32' }),
        field('multiple', { kind: 'wrapper', scalar: 'int32' }),
        field('names', { kind: 'list', item: text }),
        field('numbers', { kind: 'map', value: 'double' }),
        field('to', { kind: 'message', message: 'UserPresence' }),
        field('others', { kind: 'list', item: { kind: 'message', message: 'UserPresence' } }),
      ],
      oneof: undefined,
    },
    {
      name: 'Sample',
      docs: 'A sample.',
      fields: [
        field('op_code', { kind: 'scalar', scalar: 'int64' }),
        field('data', { kind: 'scalar', scalar: 'bytes' }),
        field('self', { kind: 'message', message: 'UserPresence' }),
        field('others', { kind: 'list', item: { kind: 'message', message: 'UserPresence' } }),
        field('match_id', text, { inOneof: true }),
        field('sent_at', { kind: 'timestamp' }),
        field('texts', { kind: 'map', value: 'string' }),
      ],
      oneof: { name: 'id', docs: '', ofMessages: false },
    },
    { name: 'UserPresence', docs: 'Somebody.', fields: [field('user_id', text)], oneof: undefined },
    { name: 'Unused', docs: 'Travels nowhere.', fields: [], oneof: undefined },
  ],
  enums: [
    {
      name: 'SampleKind',
      docs: 'Kinds of samples.',
      values: [{ name: 'single_one', number: -1, docs: 'A single one.' }],
    },
  ],
  operations: [
    {
      name: 'SendSample',
      docs: 'Sends.',
      errors: [],
      request: { field: 'sample_send', message: 'SampleSend' },
      reply: undefined,
    },
  ],
  httpOperations: [
    {
      name: 'ListSamples',
      docs: 'Lists.',
      errors: [],
      request: undefined,
      reply: 'Sample',
      method: 'GET',
      path: '/v2/sample/{id}',
      auth: 'bearer',
      body: undefined,
      query: [],
    },
  ],
  events: [
    {
      handler: 'on_sample',
      member: { field: 'sample', message: 'Sample' },
      docs: 'Event: a `sample` of `self`.',
    },
  ],
  errors: [
    {
      code: 'sample_invalid',
      docs: 'It is none.',
      realtime: [
        { code: 3, message: undefined },
        { code: 3, message: 'Bad "Sample"' },
      ],
      http: [
        { grpc: 3, status: 400, message: 'Bad' },
        { grpc: undefined, status: 502, message: undefined },
      ],
    },
  ],
}
