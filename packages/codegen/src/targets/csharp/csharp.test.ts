import { describe, expect, it } from 'vitest'
import type { Contract, Field, FieldType } from '../../model.ts'
import { csharp } from './index.ts'
import { docComment } from './print.ts'

const scalar = (name: string, type: FieldType, docs = ''): Field => ({
  name,
  number: 1,
  docs,
  type,
  inOneof: false,
})
const text: FieldType = { kind: 'scalar', scalar: 'string' }
const message = (name: string, ...fields: Field[]) => ({ name, docs: '', fields, oneof: undefined })
const member = (field: string, type: string): Field => ({
  ...scalar(field, { kind: 'message', message: type }),
  inOneof: true,
})

/** A contract with one of everything that matters. */
const contract: Contract = {
  messages: [
    {
      ...message(
        'Envelope',
        scalar('cid', text),
        member('party_join', 'PartyJoin'),
        member('status', 'Status'),
      ),
      oneof: { name: 'message', docs: '', ofMessages: true },
    },
    {
      ...message(
        'PartyJoin',
        scalar('party_id', text, 'Id of the party.'),
        scalar('op_code', { kind: 'scalar', scalar: 'int64' }),
        scalar('limit', { kind: 'wrapper', scalar: 'int32' }),
        scalar('props', { kind: 'map', value: 'double' }),
      ),
      docs: 'Request: join `party_id`, or <ask> to.',
    },
    message(
      'Status',
      scalar('status', { kind: 'list', item: { kind: 'message', message: 'User' } }),
      scalar('at', { kind: 'timestamp' }),
    ),
    message('User', { ...scalar('name', text), inOneof: true }),
  ],
  enums: [{ name: 'NoticeCode', docs: '', values: [{ name: 'single_socket', number: -7, docs: 'Two.' }] }],
  operations: [
    {
      name: 'JoinParty',
      docs: 'Joins.',
      errors: [],
      request: { field: 'party_join', message: 'PartyJoin' },
      reply: undefined,
    },
  ],
  httpOperations: [
    {
      name: 'CallThing',
      docs: '',
      errors: [],
      request: 'PartyJoin',
      reply: 'Status',
      method: 'GET',
      path: '/v2/{party_id}/x',
      auth: 'bearer',
      body: undefined,
      query: ['limit'],
    },
  ],
  events: [
    {
      handler: 'on_status',
      member: { field: 'status', message: 'Status' },
      docs: 'Reply to `x`; event: it is so.',
    },
  ],
  errors: [
    {
      code: 'party_full',
      docs: 'It is "full".',
      realtime: [
        { code: 3, message: undefined },
        { code: 3, message: 'party "full"' },
      ],
      http: [{ grpc: undefined, status: 503, message: undefined }],
    },
  ],
}

const files = new Map(csharp(contract).map(({ path, content }) => [path, content]))

/** A file below its banner. */
const body = (path: string) => files.get(path)?.split('\n').slice(2).join('\n')

describe('the C# target', () => {
  it('writes messages as classes', () => {
    expect(body('Messages.cs')).toBe(`using System;
using System.Collections.Generic;

namespace Parties
{
    /// <summary>Request: join <c>PartyId</c>, or &lt;ask&gt; to.</summary>
    public sealed partial class PartyJoin : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        public long OpCode { get; internal set; }

        public int? Limit { get; internal set; }

        public IReadOnlyDictionary<string, double> Props { get; internal set; } = new Dictionary<string, double>();
    }

    public sealed partial class Status
    {
        public IReadOnlyList<User> Items { get; internal set; } = Array.Empty<User>();

        public DateTime? At { get; internal set; }
    }

    public sealed partial class User
    {
        public string Name { get; internal set; }
    }
}
`)
  })

  it('writes and reads what travels that way, and nothing else', () => {
    expect(body('MessagesJson.cs')).toBe(`namespace Parties
{
    public sealed partial class PartyJoin : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Int64("op_code", OpCode);
            to.OptionalInt32("limit", Limit);
            to.DoubleMap("props", Props);
        }
    }

    public sealed partial class Status
    {
        internal static Status Read(JsonFields from)
        {
            return new Status
            {
                Items = from.List("status", User.Read),
                At = from.OptionalTime("at"),
            };
        }
    }

    public sealed partial class User
    {
        internal static User Read(JsonFields from)
        {
            return new User
            {
                Name = from.OptionalText("name"),
            };
        }
    }

    /// <summary>What an envelope from the server may carry, by the name it has there.</summary>
    internal static class ServerMessages
    {
        /// <summary>The message; null for one of a kind that is not known.</summary>
        public static object Read(string kind, JsonFields from)
        {
            switch (kind)
            {
                case "status":
                    return Status.Read(from);
                default:
                    return null;
            }
        }
    }
}
`)
  })

  it('writes a table of operations', () => {
    expect(body('Operations.cs')).toContain(`        /// <summary>Joins.</summary>
        public static readonly Operation<PartyJoin, Nothing> JoinParty =
            new Operation<PartyJoin, Nothing>("JoinParty", "party_join");
`)
  })

  it('writes events, with what they say as events only', () => {
    const events = body('ServerEvents.cs')
    expect(events).toContain(`        /// <summary>It is so.</summary>
        public event Action<Status> ReceivedStatus;
`)
    expect(events).toContain(`            if (message is Status)
            {
                Raise(ReceivedStatus, (Status)message, nameof(ReceivedStatus));
            }
`)
  })

  it('writes calls over HTTP as functions that make requests', () => {
    expect(
      body('HttpOperations.cs'),
    ).toContain(`        public static HttpCall<Status> CallThing(PartyJoin request)
        {
            var call = new HttpCall<Status>(
                "CallThing", "GET", "/v2/" + HttpCall.Escape(request.PartyId) + "/x", HttpAuth.Session, Status.Read);
            call.Query("limit", request.Limit);
            return call;
        }
`)
  })

  it('writes named numbers as constants', () => {
    expect(body('Enums.cs')).toContain(`        /// <summary>Two.</summary>
        public const int SingleSocket = -7;
`)
  })

  it('writes error codes, and looks for words before numbers alone', () => {
    const errors = body('Errors.cs')
    expect(errors).toContain('        public const string PartyFull = "party_full";\n')
    expect(errors).toContain(`            new ErrorSign(3, "party \\"full\\"", ErrorCode.PartyFull),
            new ErrorSign(3, "", ErrorCode.PartyFull),
`)
    expect(errors).toContain('            new ErrorSign(503, "", ErrorCode.PartyFull),\n')
  })

  it('writes beside every file what Unity wants there', () => {
    const sources = [...files.keys()].filter((path) => path.endsWith('.cs'))
    for (const path of sources)
      expect(files.get(`${path}.meta`)).toMatch(/^fileFormatVersion: 2\nguid: [0-9a-f]{32}\n/)
    expect(files.size).toBe(2 * sources.length)
  })
})

it('a comment has a summary, remarks and error codes as they are', () => {
  expect(docComment('Joins `party_id`.\n\nOne.\n\nErrors: `party_full`.', '')).toBe(
    `/// <summary>Joins <c>PartyId</c>.</summary>
/// <remarks>
/// <para>One.</para>
/// <para>Errors: <c>party_full</c>.</para>
/// </remarks>
`,
  )
})
