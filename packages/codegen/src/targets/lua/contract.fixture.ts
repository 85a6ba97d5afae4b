import type { Contract, Field, FieldType } from '../../model.ts'

const field = (name: string, number: number, type: FieldType, inOneof = false): Field => ({
  name,
  number,
  docs: `What \`${name}\` is.`,
  type,
  inOneof,
})

const message = (name: string): FieldType => ({ kind: 'message', message: name })

/** A contract with everything in it that this target makes something of. */
export const contract: Contract = {
  messages: [
    {
      name: 'Envelope',
      docs: 'What travels.',
      fields: [
        field('wave', 2, message('Wave'), true),
        field('waved', 3, message('Waved'), true),
        field('ping', 4, message('Ping'), true),
      ],
      oneof: { name: 'message', docs: 'Which message it is.', ofMessages: true },
    },
    {
      name: 'Wave',
      docs: 'Request: wave to `whom`.\n\nIt may be\nrepeated.',
      fields: [
        field('whom', 1, message('Person')),
        field('times', 2, { kind: 'scalar', scalar: 'int32' }),
        field('code', 3, { kind: 'scalar', scalar: 'int64' }),
        field('data', 4, { kind: 'scalar', scalar: 'bytes' }),
        field('loud', 5, { kind: 'scalar', scalar: 'bool' }),
        field('force', 6, { kind: 'scalar', scalar: 'double' }),
        field('note', 7, { kind: 'wrapper', scalar: 'string' }),
        field('limit', 8, { kind: 'wrapper', scalar: 'int32' }),
        field('tags', 9, { kind: 'list', item: { kind: 'scalar', scalar: 'string' } }),
        field('weights', 10, { kind: 'map', value: 'double' }),
        field('by_name', 11, { kind: 'scalar', scalar: 'string' }, true),
        field('by_id', 12, { kind: 'scalar', scalar: 'string' }, true),
      ],
      oneof: { name: 'how', docs: 'How to find them.', ofMessages: false },
    },
    {
      name: 'Waved',
      docs: 'Event: somebody has waved.',
      fields: [
        field('people', 1, { kind: 'list', item: { kind: 'message', message: 'Person' } }),
        field('since', 2, { kind: 'timestamp' }),
        field('code', 3, { kind: 'scalar', scalar: 'int64' }),
        field('note', 4, { kind: 'wrapper', scalar: 'string' }),
      ],
      oneof: undefined,
    },
    {
      name: 'Person',
      docs: 'Somebody.',
      fields: [field('name', 1, { kind: 'scalar', scalar: 'string' })],
      oneof: undefined,
    },
    { name: 'Ping', docs: '', fields: [], oneof: undefined },
  ],
  enums: [
    {
      name: 'WaveMode',
      docs: 'How to wave.',
      values: [{ name: 'slow', number: 0, docs: 'Slowly.' }],
    },
  ],
  operations: [
    {
      name: 'WaveTo',
      docs: 'Waves to `whom`.\n\nErrors: `too_far`.',
      errors: ['too_far'],
      request: { field: 'wave', message: 'Wave' },
      reply: { field: 'waved', message: 'Waved' },
    },
    {
      name: 'Ping',
      docs: 'Asks for an answer.',
      errors: [],
      request: { field: 'ping', message: 'Ping' },
      reply: undefined,
    },
  ],
  httpOperations: [
    {
      name: 'FindPeople',
      docs: 'Finds people.',
      errors: [],
      request: 'Wave',
      reply: 'Waved',
      method: 'POST',
      path: '/people/{by_id}',
      auth: 'bearer',
      body: 'whom',
      query: ['times', 'loud'],
    },
    {
      name: 'Leave',
      docs: '',
      errors: [],
      request: undefined,
      reply: undefined,
      method: 'DELETE',
      path: '/people',
      auth: 'server_key',
      body: undefined,
      query: [],
    },
  ],
  events: [
    { handler: 'on_waved', member: { field: 'waved', message: 'Waved' }, docs: 'Somebody has waved.' },
  ],
  errors: [
    {
      code: 'too_far',
      docs: 'They are too far away.',
      realtime: [{ code: 3, message: 'Too far' }],
      http: [{ grpc: undefined, status: 404, message: 'No "person"' }],
    },
    {
      code: 'refused',
      docs: 'The server has refused.',
      realtime: [{ code: 3, message: undefined }],
      http: [{ grpc: 7, status: 403, message: undefined }],
    },
  ],
}
